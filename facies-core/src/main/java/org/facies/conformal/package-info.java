/**
 * Sets of diagnoses that hold the true one with a chosen certainty, class by class ({@code CrossConformal}), and how
 * often they do ({@code ConformalEvaluation}). Imports {@code metric} and {@code
 * statistic}. Start with {@code CrossConformal}.
 */
package org.facies.conformal;

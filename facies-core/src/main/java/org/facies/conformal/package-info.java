/**
 * Prediction sets that contain the diagnosis with a chosen probability in each class ({@code CrossConformal}), and
 * their measured coverage ({@code ConformalEvaluation}). Imports {@code metric} and {@code statistic}. Start with
 * {@code CrossConformal}.
 */
package org.facies.conformal;

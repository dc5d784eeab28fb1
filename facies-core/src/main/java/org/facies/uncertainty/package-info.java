/**
 * How far each model can be trusted, beyond its accuracy: calibration, prediction sets, abstention
 * ({@code Abstention}), screening ({@code Screening}), unknown faces and subgroups ({@code UncertaintyEvaluation}).
 * Imports {@code calibration}, {@code conformal}, {@code novelty}, {@code subgroup}, {@code metric} and
 * {@code statistic}. Start with {@code UncertaintyEvaluation}.
 */
package org.facies.uncertainty;

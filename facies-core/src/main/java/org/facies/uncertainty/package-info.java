/**
 * What a model may be trusted with beyond its accuracy: for every model, calibration, prediction sets, abstention
 * ({@code Abstention}), screening ({@code Screening}), "none of these" and subgroups, brought together ({@code
 * UncertaintyEvaluation}) and written beside the figures of {@code metrics.json}. Imports {@code calibration}, {@code
 * conformal}, {@code novelty}, {@code subgroup}, {@code metric}, {@code statistic}, {@code file}. Start with {@code
 * UncertaintyEvaluation}.
 */
package org.facies.uncertainty;

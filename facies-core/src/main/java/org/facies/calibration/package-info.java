/**
 * Calibration of probabilities: maps ({@code Scaling}) that are fitted without the subjects to whom they are applied
 * ({@code CrossFitting}), and their effect ({@code CalibrationEvaluation}). Imports {@code metric} and {@code
 * statistic}. Start with {@code CrossFitting}.
 */
package org.facies.calibration;

/**
 * Whether a probability means what it says, and how to mend it: maps of probabilities ({@code Scaling}) fitted without
 * the subjects that they are applied to ({@code CrossFitting}), and what they gain ({@code CalibrationEvaluation}).
 * Imports {@code metric} and {@code statistic}. Start with {@code CrossFitting}.
 */
package org.facies.calibration;

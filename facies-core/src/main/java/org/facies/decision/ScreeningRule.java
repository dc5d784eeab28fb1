package org.facies.decision;

import org.facies.metric.Estimate;
import org.facies.uncertainty.OperatingPoint;

/**
 * Probability of all syndromes together from which the answer is "some syndrome".
 *
 * @param fixed what the threshold holds on the study's children
 * @param at the value that it holds
 * @param threshold scores at and above it are positive
 * @param sensitivity share of the affected children with a positive answer, with thresholds fitted on the other folds
 * @param specificity share of the unaffected children with a negative answer, with thresholds fitted
 *     on the other folds
 */
public record ScreeningRule(
        OperatingPoint fixed, double at, double threshold, Estimate sensitivity, Estimate specificity) {}

package org.facies.decision;

import org.facies.metric.Estimate;

/**
 * Confidence below which the model does not answer.
 *
 * @param wanted share of children that is to be answered
 * @param confidence the least probability of the most probable class for an answer
 * @param answered share of the study's children that was answered, with thresholds fitted on the other folds
 * @param accuracy share of those answers that was correct
 */
public record AbstentionRule(double wanted, double confidence, Estimate answered, Estimate accuracy) {}

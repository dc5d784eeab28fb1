package org.facies.decision;

import org.facies.metric.Estimate;

/**
 * From which distance a face is like none that the networks learnt from.
 *
 * @param nominal share of known children that may be refused
 * @param threshold faces beyond this distance are unknown; the distance is that of the classifier's graph, the mean
 *     over members and photos
 * @param refused share of the study's children that was refused, with thresholds learnt on the other folds
 */
public record UnknownFaceRule(double nominal, double threshold, Estimate refused) {}

package org.facies.decision;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.novelty.NoveltyEvaluation;

/**
 * Distance beyond which a face is unknown (out-of-distribution).
 *
 * @param nominal share of known children that may be refused
 * @param threshold faces beyond this distance are unknown; the distance is that of the classifier's graph, the mean
 *     over members and photos
 * @param refused share of the study's children that was refused, with thresholds fitted on the other folds
 */
public record UnknownFaceRule(double nominal, double threshold, Estimate refused) {

    /**
     * Fits the threshold on all children of a study. The share refused is that with thresholds fitted on the other
     * folds.
     *
     * @param subjects of at least two folds
     * @param distances by subject, of networks that had not seen it; none missing
     * @return empty where there are too few subjects for a threshold
     */
    public static Optional<UnknownFaceRule> of(HeldOutSubjects subjects, Map<String, Double> distances) {
        OptionalDouble threshold = NoveltyEvaluation.threshold(distances.values());
        return threshold.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnknownFaceRule(
                        NoveltyEvaluation.NOMINAL,
                        threshold.getAsDouble(),
                        NoveltyEvaluation.of(subjects, distances).refused()));
    }

    /** Whether a face at this distance is unknown. */
    public boolean refuses(double distance) {
        return distance > threshold;
    }
}

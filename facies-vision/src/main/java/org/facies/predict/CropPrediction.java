package org.facies.predict;

import java.util.List;
import java.util.Optional;
import org.facies.embed.Embedding;

/**
 * The answer of one classifier, or of several together, to one crop.
 *
 * @param probabilities double[classes] in [0, 1], summing to 1 up to the rounding of float32: the mean over the views
 *     of what the network's own softmax gives
 * @param logProbabilities double[classes], natural logarithms of the same mean, at most 0 up to rounding. They are
 *     computed from the logits by log-sum-exp, so that classes whose probabilities round to 0 or to 1 are still told
 *     apart. {@code exp} of them agrees with {@code probabilities} to 1e-6
 * @param embedding of the crop as it is, not of its mirror image and not scaled to length 1; empty for an ensemble and
 *     for a network that gives none
 */
public record CropPrediction(List<Double> probabilities, List<Double> logProbabilities, Optional<Embedding> embedding) {
    public CropPrediction {
        probabilities = List.copyOf(probabilities);
        logProbabilities = List.copyOf(logProbabilities);
        if (probabilities.size() != logProbabilities.size()) {
            throw new IllegalArgumentException(
                    probabilities.size() + " probabilities and " + logProbabilities.size() + " logarithms");
        }
    }
}

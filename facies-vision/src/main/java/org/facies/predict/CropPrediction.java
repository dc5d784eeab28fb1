package org.facies.predict;

import java.util.List;
import java.util.Optional;
import org.facies.embed.Embedding;

/**
 * The prediction of one classifier, or of an ensemble, for one crop.
 *
 * @param probabilities double[classes] in [0, 1], with sum 1 up to the rounding of float32: the mean over the views of
 *     the network's softmax output
 * @param logProbabilities double[classes], natural logarithms of the same mean, at most 0 up to rounding. They are
 *     computed from the logits by log-sum-exp, so that classes whose probabilities round to 0 or to 1 remain
 *     distinguishable. Their {@code exp} agrees with {@code probabilities} to 1e-6
 * @param embedding of the crop without its mirror image, not scaled to length 1; empty for an ensemble and for a
 *     network without embedding
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

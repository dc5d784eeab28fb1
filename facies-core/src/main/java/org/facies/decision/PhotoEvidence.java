package org.facies.decision;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a classifier says of one photo.
 *
 * @param probabilities one for each class, not negative, with a positive sum
 * @param distance how far the face is from all that the networks learnt from; empty where that is not known
 */
public record PhotoEvidence(List<Double> probabilities, OptionalDouble distance) {
    public PhotoEvidence {
        probabilities = List.copyOf(probabilities);
    }
}

package org.facies.decision;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Output of a classifier for one photo.
 *
 * @param probabilities one for each class, not negative, with a positive sum
 * @param distance distance of the face from the training faces; empty where it is not known
 */
public record PhotoEvidence(List<Double> probabilities, OptionalDouble distance) {
    public PhotoEvidence {
        probabilities = List.copyOf(probabilities);
    }
}

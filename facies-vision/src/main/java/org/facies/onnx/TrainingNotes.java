package org.facies.onnx;

import java.util.Optional;
import java.util.Set;

/**
 * What the makers of a network prescribe for its training; kept in the file's metadata.
 *
 * @param filterDeviation standard deviation of fresh filters, drawn from a normal distribution around 0; where empty,
 *     fresh filters follow He et al. 2015
 * @param fixed names of weights that are never trained, and that a fresh start leaves as they are
 */
public record TrainingNotes(Optional<Double> filterDeviation, Set<String> fixed) {

    /** Nothing is prescribed. */
    public static final TrainingNotes NONE = new TrainingNotes(Optional.empty(), Set.of());

    public TrainingNotes {
        fixed = Set.copyOf(fixed);
        if (filterDeviation.filter(deviation -> !isDeviation(deviation)).isPresent()) {
            throw new IllegalArgumentException("filter deviation " + filterDeviation.get());
        }
    }

    /** Whether a number can be a standard deviation to draw with. */
    static boolean isDeviation(double number) {
        return number > 0 && Double.isFinite(number);
    }
}

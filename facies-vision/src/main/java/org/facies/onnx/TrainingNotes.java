package org.facies.onnx;

import java.util.Optional;
import java.util.Set;

/**
 * The rules that the authors of a network state for its training; stored in the file's metadata.
 *
 * @param filterDeviation standard deviation of new filters, drawn from a normal distribution around 0; if empty, new
 *     filters follow He et al. 2015
 * @param fixed names of weights that are never trained, and that random initialisation does not change
 */
public record TrainingNotes(Optional<Double> filterDeviation, Set<String> fixed) {

    /** No rules. */
    public static final TrainingNotes NONE = new TrainingNotes(Optional.empty(), Set.of());

    public TrainingNotes {
        fixed = Set.copyOf(fixed);
        if (filterDeviation.filter(deviation -> !isDeviation(deviation)).isPresent()) {
            throw new IllegalArgumentException("filter deviation " + filterDeviation.get());
        }
    }

    /** Whether a number is a valid standard deviation: finite and above 0. */
    static boolean isDeviation(double number) {
        return number > 0 && Double.isFinite(number);
    }
}

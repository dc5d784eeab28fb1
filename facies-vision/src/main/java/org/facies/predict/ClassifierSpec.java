package org.facies.predict;

import java.util.List;
import java.util.Objects;
import org.facies.model.InputSpec;

/**
 * The input of a classifier and the meaning of its outputs. Neither is part of the ONNX file.
 *
 * @param input geometry and normalisation of the crops, as in training
 * @param classes names in the order of the probabilities; at least one
 */
public record ClassifierSpec(InputSpec input, List<String> classes) {
    public ClassifierSpec {
        Objects.requireNonNull(input);
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no classes");
        }
    }
}

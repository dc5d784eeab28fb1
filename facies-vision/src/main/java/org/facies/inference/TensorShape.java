package org.facies.inference;

import java.util.List;

/**
 * An input or output of a model.
 *
 * @param name its name in the graph
 * @param shape its dimensions; -1 if any size is valid
 */
public record TensorShape(String name, List<Long> shape) {
    public TensorShape {
        shape = List.copyOf(shape);
    }
}

package org.facies.onnx;

import java.util.List;

/**
 * An int64 initialiser: a target shape, pads, an axis.
 *
 * @param shape extents, empty for a scalar
 * @param values row-major
 */
public record LongTensor(List<Long> shape, List<Long> values) {

    public LongTensor {
        shape = List.copyOf(shape);
        values = List.copyOf(values);
        if (FloatTensor.elements(shape) != values.size()) {
            throw new IllegalArgumentException("shape " + shape + " does not hold " + values.size() + " values");
        }
    }
}

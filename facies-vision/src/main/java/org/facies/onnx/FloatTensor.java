package org.facies.onnx;

import java.util.List;
import java.util.Objects;

/**
 * A float32 initialiser, row-major.
 *
 * @param shape extents, empty for a scalar
 * @param values row-major; shared, not copied, so callers must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // weights of many megabytes: handed over, never compared
public record FloatTensor(List<Long> shape, float[] values) {

    public FloatTensor {
        shape = List.copyOf(shape);
        Objects.requireNonNull(values);
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException("shape " + shape + " does not hold " + values.length + " values");
        }
    }

    /** A tensor of the given shape with every element equal to {@code value}. */
    public static FloatTensor filled(List<Long> shape, float value) {
        float[] values = new float[Math.toIntExact(elements(shape))];
        java.util.Arrays.fill(values, value);
        return new FloatTensor(shape, values);
    }

    /** The same values with another shape of the same number of elements. */
    public FloatTensor reshaped(List<Long> newShape) {
        return new FloatTensor(newShape, values);
    }

    static long elements(List<Long> shape) {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }
}

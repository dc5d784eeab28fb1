package org.facies.onnx;

import java.util.List;
import java.util.Objects;

/**
 * A named input or output of a graph.
 *
 * @param shape extents; {@link #DYNAMIC} for an open extent; empty if the file states no shape
 */
public record OnnxValue(String name, List<Long> shape, ElementType type) {

    public static final long DYNAMIC = -1;

    public OnnxValue {
        Objects.requireNonNull(name);
        shape = List.copyOf(shape);
        Objects.requireNonNull(type);
    }

    /** A value of float32 numbers. */
    public OnnxValue(String name, List<Long> shape) {
        this(name, shape, ElementType.FLOAT32);
    }
}

package org.facies.model.weights;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.onnx.FloatTensor;

/**
 * A tensor as a view of stored numbers: element (i, j, …) is number {@code offset + i·strides[0] + j·strides[1] + …}.
 *
 * @param type of the numbers
 * @param stored number of stored numbers
 * @param offset of the first element, in numbers
 * @param shape extents, empty for a scalar
 * @param strides in numbers, one for each extent
 */
record StridedView(NumberType type, long stored, long offset, List<Long> shape, List<Long> strides) {

    /** More extents than torch's own layers ever have. */
    static final int MAX_RANK = 8;

    private static final long MAX_BYTES = Integer.MAX_VALUE - 16;

    StridedView {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    /** A view of the first numbers in row-major order. */
    static StridedView rowMajor(NumberType type, long stored, List<Long> shape) {
        List<Long> strides = new ArrayList<>(shape);
        long elements = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides.set(axis, elements);
            elements = bounded(elements, shape.get(axis));
        }
        return new StridedView(type, stored, 0, shape, strides);
    }

    /** The defect of the view; empty if it has none. All other methods require a view without defect. */
    Optional<String> flaw() {
        if (shape.size() > MAX_RANK || strides.size() != shape.size()) {
            return Optional.of("has " + shape.size() + " extents and " + strides.size() + " strides; the limit is "
                    + MAX_RANK + " of each");
        }
        if (stored < 1 || stored > MAX_BYTES / type.bytes()) {
            return Optional.of(
                    "refers to " + stored + " stored numbers; 1 to " + MAX_BYTES / type.bytes() + " are possible");
        }
        if (shape.stream().anyMatch(extent -> extent < 1) || boundedElements() > stored) {
            return Optional.of("has the shape " + shape + ", which does not fit its " + stored + " stored numbers");
        }
        if (!inside()) {
            return Optional.of("begins at number " + offset + " with strides " + strides + " and exceeds its " + stored
                    + " stored numbers");
        }
        return Optional.empty();
    }

    private boolean inside() {
        long last = offset;
        for (int axis = 0; axis < shape.size() && last >= 0 && last < stored; axis++) {
            long steps = shape.get(axis) - 1;
            long stride = steps == 0 ? 0 : strides.get(axis);
            last = stride < 0 || stride > stored ? -1 : last + steps * stride;
        }
        return last >= 0 && last < stored;
    }

    int elements() {
        return (int) boundedElements();
    }

    /**
     * All elements in row-major order as float32.
     *
     * @param littleEndian the stored numbers
     */
    FloatTensor gathered(ByteBuffer littleEndian) {
        int[] extents = shape.stream().mapToInt(Long::intValue).toArray();
        int[] steps = strides.stream().mapToInt(Long::intValue).toArray();
        int[] index = new int[extents.length];
        float[] values = new float[elements()];
        int position = (int) offset;
        for (int i = 0; i < values.length; i++) {
            values[i] = type.read(littleEndian, position);
            position = next(index, extents, steps, position);
        }
        return new FloatTensor(shape, values);
    }

    /** Advances the index in row-major order, from the last element back to the first, together with the position. */
    private static int next(int[] index, int[] extents, int[] steps, int position) {
        int moved = position;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            if (++index[axis] < extents[axis]) {
                return moved + steps[axis];
            }
            moved -= (extents[axis] - 1) * steps[axis];
            index[axis] = 0;
        }
        return moved;
    }

    private long boundedElements() {
        return shape.stream().reduce(1L, StridedView::bounded);
    }

    /** The product, or {@code Long.MAX_VALUE} on overflow. */
    private static long bounded(long elements, long extent) {
        return extent > 0 && elements > MAX_BYTES / extent ? Long.MAX_VALUE : elements * extent;
    }
}

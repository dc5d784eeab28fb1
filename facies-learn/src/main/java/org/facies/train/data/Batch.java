package org.facies.train.data;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The input of a step: crops for the network, or activations for the part above the cut.
 *
 * @param values flattened, row-major
 * @param shape extents of one sample
 * @param labels long[n]
 */
@SuppressWarnings("ArrayRecordComponent") // handed over to libtorch, never compared
public record Batch(float[] values, List<Long> shape, long[] labels) {

    public int size() {
        return labels.length;
    }

    /** The shape of all samples together. */
    public long[] extents() {
        return LongStream.concat(LongStream.of(size()), shape.stream().mapToLong(Long::longValue))
                .toArray();
    }
}

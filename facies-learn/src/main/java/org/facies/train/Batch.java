package org.facies.train;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What a step is fed with: crops ready for the network, or activations ready for the part above the cut.
 *
 * @param values flat, row-major
 * @param shape extents of one sample
 * @param labels long[n]
 */
@SuppressWarnings("ArrayRecordComponent") // handed over to libtorch, never compared
record Batch(float[] values, List<Long> shape, long[] labels) {

    int size() {
        return labels.length;
    }

    /** Extents of all samples together. */
    long[] extents() {
        return LongStream.concat(LongStream.of(size()), shape.stream().mapToLong(Long::longValue))
                .toArray();
    }
}

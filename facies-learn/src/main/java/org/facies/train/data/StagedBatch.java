package org.facies.train.data;

import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;

/**
 * A batch as tensors in main memory, pinned for a card, so that the copy runs in parallel with the computation. It
 * lives until it is closed.
 *
 * @param values float[n]…
 * @param labels long[n]
 * @param classes the labels as an array
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StagedBatch(Tensor values, Tensor labels, long[] classes) implements AutoCloseable {

    public static StagedBatch of(Batch batch, ComputeDevice device) {
        return NativeMemory.freedAfter(() -> new StagedBatch(
                kept(Tensors.of(batch.values(), batch.extents()), device),
                kept(Tensors.of(batch.labels()), device),
                batch.labels()));
    }

    private static Tensor kept(Tensor tensor, ComputeDevice device) {
        Tensor staged = device instanceof ComputeDevice.Cuda ? tensor.pin_memory() : tensor;
        return staged.retainReference();
    }

    public int size() {
        return classes.length;
    }

    @Override
    public void close() {
        values.releaseReference();
        labels.releaseReference();
    }
}

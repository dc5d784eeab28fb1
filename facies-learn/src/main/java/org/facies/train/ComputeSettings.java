package org.facies.train;

import java.util.Objects;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.input.Range;

/**
 * What a training works with and how it spends memory.
 *
 * @param execution device, precision, memory layout, recomputation
 * @param accumulate parts that a batch is worked through in before the weights move, so that a small card holds it;
 *     batch norm sees the parts
 * @param threads of libtorch, and of the preparation of batches
 */
public record ComputeSettings(Execution execution, int accumulate, int threads) {

    public ComputeSettings {
        Objects.requireNonNull(execution);
        Range.require("training, accumulate", accumulate, 1, 4096);
        Range.require("training, threads", threads, 1, 1024);
    }

    /** The processor in float32, whole batches. */
    public static ComputeSettings cpu(int threads) {
        return new ComputeSettings(Execution.cpu(), 1, threads);
    }

    /** Where everything lies. */
    public ComputeDevice device() {
        return execution.device();
    }

    /** All that a result depends on. */
    @Override
    public String toString() {
        return execution.identity() + " accumulate " + accumulate + " threads " + threads;
    }
}

package org.facies.train;

import java.util.Objects;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.input.Range;

/**
 * The hardware and memory settings of training.
 *
 * @param execution device, precision, memory layout, recomputation
 * @param accumulate number of parts into which a batch is divided before the weights change, so that it fits on a small
 *     card; batch norm uses the statistics of the parts
 * @param threads of libtorch, and for preparing batches
 */
public record ComputeSettings(Execution execution, int accumulate, int threads) {

    public ComputeSettings {
        Objects.requireNonNull(execution);
        Range.require("training, accumulate", accumulate, 1, 4096);
        Range.require("training, threads", threads, 1, 1024);
    }

    /** The processor with float32 and undivided batches. */
    public static ComputeSettings cpu(int threads) {
        return new ComputeSettings(Execution.cpu(), 1, threads);
    }

    /** The device of all tensors. */
    public ComputeDevice device() {
        return execution.device();
    }

    /** Everything that affects a result. */
    @Override
    public String toString() {
        return execution.identity() + " accumulate " + accumulate + " threads " + threads;
    }
}

package org.facies.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.facies.autograd.SpeedProbe;

/** Measures for two seconds how fast this machine computes. */
record SpeedCheck(int threads, Clock clock) implements Check {

    /** One forward pass of a 112 × 112 crop, and twice as much for the backward pass. */
    private static final double IRESNET50_TRAINING_GFLOP = 3 * 12.6;

    @Override
    public List<Finding> findings() {
        SpeedProbe probe;
        try {
            probe = SpeedProbe.on(threads, clock);
        } catch (LinkageError toldByLibtorchCheck) {
            return List.of();
        }
        return List.of(Finding.ok(
                "Speed",
                String.format(
                        Locale.ROOT,
                        "an IResNet-50 trains on at most %3$.1f photos a second here (float32 on the processor now:"
                                + " matrix product %1$.0f GFLOP/s, convolution %2$.0f GFLOP/s)",
                        probe.productGflops(),
                        probe.convolutionGflops(),
                        Math.max(probe.productGflops(), probe.convolutionGflops()) / IRESNET50_TRAINING_GFLOP)));
    }
}

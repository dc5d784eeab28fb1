package org.facies.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.facies.autograd.SpeedProbe;

/** How fast this machine computes, measured for two seconds. */
record SpeedCheck(int threads, Clock clock) implements Check {

    /** Forward of one 112 × 112 crop, and as much again twice for the way back. */
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
                        "matrix product %.0f GFLOP/s, convolution %.0f GFLOP/s in float32 on the processor as busy as"
                                + " it is; an IResNet-50 then trains on %.1f photos a second at most",
                        probe.productGflops(),
                        probe.convolutionGflops(),
                        Math.max(probe.productGflops(), probe.convolutionGflops()) / IRESNET50_TRAINING_GFLOP)));
    }
}

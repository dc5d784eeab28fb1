package org.facies.train;

import java.util.function.Supplier;
import org.facies.onnx.OnnxGraph;

/** Told after every step, on the training thread. An exception ends the training; it can be resumed. */
@FunctionalInterface
public interface TrainingListener {
    void progressed(TrainingProgress progress);

    /**
     * Told before the first step and at the end of every epoch, before its checkpoint: whoever measures the backbone
     * has measured every epoch that a stopped run goes on from. The epoch that a run was stopped in is told again.
     *
     * @param epoch counted from 1; 0 before the first step
     * @param backbone as it is now, copied when asked for
     */
    default void epochEnded(int epoch, Supplier<OnnxGraph> backbone) {}
}

package org.facies.train;

import java.util.function.Supplier;
import org.facies.onnx.OnnxGraph;

/** Called after every step, on the training thread. An exception ends the training, which can be resumed. */
@FunctionalInterface
public interface TrainingListener {
    void progressed(TrainingProgress progress);

    /**
     * Called before the first step and at the end of every epoch, before its checkpoint is written. A listener that
     * measures the backbone has therefore measured every epoch from which an interrupted run resumes. The call for the
     * interrupted epoch is repeated.
     *
     * @param epoch counted from 1; 0 before the first step
     * @param backbone its present state, copied on request
     */
    default void epochEnded(int epoch, Supplier<OnnxGraph> backbone) {}
}

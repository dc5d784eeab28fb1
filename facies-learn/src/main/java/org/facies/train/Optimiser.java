package org.facies.train;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Moves weights by their gradients. Called without gradient recording. */
interface Optimiser extends AutoCloseable {

    /**
     * One step.
     *
     * @param step counted from 1
     * @param factor of the learning rates
     */
    void step(long step, double factor);

    /** Its memory between steps, by name; zeros before the first step. */
    Map<String, Tensor> state();

    @Override
    void close();
}

package org.facies.train.optim;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Moves weights by their gradients. Called without gradient recording. */
public interface Optimiser extends AutoCloseable {

    /** The rule for these weights, with an empty memory. */
    static Optimiser of(Optimisation.Method method, List<Trainable> weights) {
        return switch (method) {
            case SGD -> new Sgd(weights);
            case ADAMW -> new AdamW(weights);
        };
    }

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

package org.facies.train.optim;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Updates weights by their gradients. Called without recording for gradients. */
public interface Optimiser extends AutoCloseable {

    /** An optimiser for these weights, with an empty state. */
    static Optimiser of(Optimisation.Method method, List<Trainable> weights) {
        return switch (method) {
            case SGD -> new Sgd(weights);
            case ADAMW -> new AdamW(weights);
        };
    }

    /**
     * Does one step.
     *
     * @param step counted from 1
     * @param factor of the learning rates
     */
    void step(long step, double factor);

    /** The state between steps, by name; zeros before the first step. */
    Map<String, Tensor> state();

    @Override
    void close();
}

package org.facies.train.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.NativeMemory;

/** Computes the average of weights for a {@link WeightAveraging}. */
public final class WeightAverage implements AutoCloseable {

    private final WeightAveraging averaging;
    private final int epochs;
    private final Map<String, Tensor> weights;
    private final Map<String, Tensor> averages = new LinkedHashMap<>();

    public WeightAverage(WeightAveraging averaging, int epochs, Map<String, Tensor> weights) {
        this.averaging = averaging;
        this.epochs = epochs;
        this.weights = weights;
        if (!(averaging instanceof WeightAveraging.Last)) {
            NativeMemory.withoutGradients(() -> weights.forEach(
                    (name, tensor) -> averages.put(name, tensor.detach().clone().retainReference())));
        }
    }

    /** To be called after each step, without recording for gradients; steps count from 1. */
    public void afterStep(long step) {
        if (averaging instanceof WeightAveraging.Exponential exponential) {
            moveBy(1 - Math.min(exponential.decay(), step / (step + 10.0)));
        }
    }

    /** To be called after each epoch, without recording for gradients; epochs count from 0. */
    public void afterEpoch(int epoch) {
        if (averaging instanceof WeightAveraging.LastEpochs last) {
            int before = epoch - Math.max(0, epochs - last.epochs());
            if (before >= 0) {
                moveBy(1.0 / (before + 1));
            }
        }
    }

    private void moveBy(double share) {
        averages.forEach((name, average) -> average.lerp_(weights.get(name), new Scalar(share)));
    }

    /** The averages by the weights' names; empty if none are computed. */
    public Map<String, Tensor> state() {
        return averages;
    }

    /** Replaces the weights by their averages. */
    public void adopt() {
        NativeMemory.withoutGradients(
                () -> averages.forEach((name, average) -> weights.get(name).copy_(average)));
    }

    @Override
    public void close() {
        averages.values().forEach(Tensor::releaseReference);
        averages.clear();
    }
}

package org.facies.train.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). Same numbers as PyTorch. */
final class AdamW implements Optimiser {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Trainable> weights;
    private final StateTensors first;
    private final StateTensors second;

    AdamW(List<Trainable> weights) {
        this.weights = List.copyOf(weights);
        this.first = new StateTensors("first_moment", weights);
        this.second = new StateTensors("second_moment", weights);
    }

    @Override
    public void step(long step, double factor) {
        double correction1 = 1 - Math.pow(BETA1, (double) step);
        double correction2 = Math.sqrt(1 - Math.pow(BETA2, (double) step));
        List<Tensor> means = first.inOrder();
        List<Tensor> squares = second.inOrder();
        for (int i = 0; i < weights.size(); i++) {
            Trainable weight = weights.get(i);
            Tensor gradient = weight.tensor().grad();
            double rate = weight.learningRate() * factor;
            if (weight.weightDecay() > 0) {
                weight.tensor().mul_(new Scalar(1 - rate * weight.weightDecay()));
            }
            means.get(i).lerp_(gradient, new Scalar(1 - BETA1));
            squares.get(i).mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
            Tensor spread = squares.get(i).sqrt().div_(new Scalar(correction2)).add_(new Scalar(EPSILON));
            weight.tensor().addcdiv_(means.get(i), spread, new Scalar(-rate / correction1));
        }
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>(first.byName());
        state.putAll(second.byName());
        return state;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}

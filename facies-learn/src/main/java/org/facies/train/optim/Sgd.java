package org.facies.train.optim;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Stochastic gradient descent with momentum 0.9; weight decay is added to the gradient. Same numbers as PyTorch.
 */
final class Sgd implements Optimiser {

    private static final double MOMENTUM = 0.9;

    private final List<Trainable> weights;
    private final StateTensors velocity;

    Sgd(List<Trainable> weights) {
        this.weights = List.copyOf(weights);
        this.velocity = new StateTensors("velocity", weights);
    }

    @Override
    public void step(long step, double factor) {
        List<Tensor> velocities = velocity.inOrder();
        for (int i = 0; i < weights.size(); i++) {
            Trainable weight = weights.get(i);
            Tensor gradient = weight.tensor().grad();
            if (weight.weightDecay() > 0) {
                gradient.add_(weight.tensor(), new Scalar(weight.weightDecay()));
            }
            Tensor moving = torch.add_out(velocities.get(i), gradient, velocities.get(i), new Scalar(MOMENTUM));
            weight.tensor().add_(moving, new Scalar(-weight.learningRate() * factor));
        }
    }

    @Override
    public Map<String, Tensor> state() {
        return velocity.byName();
    }

    @Override
    public void close() {
        velocity.close();
    }
}

package org.facies.autograd;

import org.bytedeco.pytorch.Tensor;

/** A forward pass in training mode, and the gradients of the weights. */
public interface TrainingPass {

    /** The graph's output, from which the caller computes a loss and calls its {@code backward()}. */
    Tensor output();

    /** Completes the gradients after the loss's {@code backward()}; the output must not be used afterwards. */
    void backward();
}

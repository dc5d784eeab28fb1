package org.facies.autograd;

import org.bytedeco.pytorch.Tensor;

/** A forward pass in training mode, up to the gradients of its weights. */
public interface TrainingPass {

    /** What the graph gives; to be turned into a loss, and that loss's {@code backward()} called. */
    Tensor output();

    /** Finishes the gradients after the loss's {@code backward()}; the output must not be used afterwards. */
    void backward();
}

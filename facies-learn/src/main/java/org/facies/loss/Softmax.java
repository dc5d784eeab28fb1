package org.facies.loss;

import org.bytedeco.pytorch.Tensor;

/** The baseline without a margin: a linear layer with bias and softmax cross-entropy. */
public record Softmax() implements MarginLoss {

    @Override
    public Score score() {
        return Score.LINEAR;
    }

    @Override
    public double scale() {
        return 1;
    }

    @Override
    public Tensor logits(Tensor scores, Tensor labels) {
        return scores;
    }
}

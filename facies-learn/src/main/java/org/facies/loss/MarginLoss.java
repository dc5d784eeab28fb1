package org.facies.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * Changes class scores before the cross-entropy. There is no margin in prediction: the probabilities are the softmax of
 * {@code scale} times the scores.
 */
public sealed interface MarginLoss permits CosFace, ArcFace, Softmax {

    /** How a score is computed from an embedding and a class's row of the head. */
    enum Score {
        /** Cosine of the angle between the two, in [-1, 1]; the head has no bias. */
        COSINE,
        /** Their product plus the class's bias. */
        LINEAR
    }

    Score score();

    /** The factor of the scores; above 0. */
    double scale();

    /**
     * The logits for training.
     *
     * @param scores float[n][classes]
     * @param labels long[n] in [0, classes)
     * @return float[n][classes], scaled, with the margin subtracted from each row's own class
     */
    Tensor logits(Tensor scores, Tensor labels);
}

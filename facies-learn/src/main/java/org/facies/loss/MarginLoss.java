package org.facies.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * What a class score becomes before the cross-entropy. At test time there is no margin: the probabilities are the
 * softmax of {@code scale} times the scores.
 */
public sealed interface MarginLoss permits CosFace, ArcFace, Softmax {

    /** How a score is made of an embedding and a class's row of the head. */
    enum Score {
        /** Cosine of the angle between the two, in [-1, 1]; the head has no bias. */
        COSINE,
        /** Their product, plus the class's bias. */
        LINEAR
    }

    Score score();

    /** What scores are multiplied with; above 0. */
    double scale();

    /**
     * Logits to train on.
     *
     * @param scores float[n][classes]
     * @param labels long[n] in [0, classes)
     * @return float[n][classes], scaled, with the margin taken from each row's own class
     */
    Tensor logits(Tensor scores, Tensor labels);
}

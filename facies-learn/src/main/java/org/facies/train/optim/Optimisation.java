package org.facies.train.optim;

import java.util.Objects;
import org.facies.input.Range;

/**
 * How weights follow their gradients.
 *
 * @param method the rule
 * @param trunkLearningRate highest rate of the backbone's weights
 * @param embeddingLearningRate highest rate of the layer that the embedding comes out of
 * @param headLearningRate highest rate of the classifier head
 * @param weightDecay of filters and matrices; none on norms, biases, slopes and affine layers
 * @param warmUp how the rates begin
 * @param schedule what the rates do after that
 * @param clipNorm gradients are scaled down to this Euclidean norm, taken over all of them; 0 leaves them as they are
 */
public record Optimisation(
        Method method,
        double trunkLearningRate,
        double embeddingLearningRate,
        double headLearningRate,
        double weightDecay,
        WarmUp warmUp,
        Schedule schedule,
        double clipNorm) {

    /** Update rules. */
    public enum Method {
        /** Momentum 0.9; weight decay joins the gradient. */
        SGD,
        /** β = (0.9, 0.999), ε = 1e-8; decay apart from the gradient. Loshchilov and Hutter 2019. */
        ADAMW
    }

    /** Course of the learning rates after the warm-up. */
    public enum Schedule {
        CONSTANT,
        /** Half a cosine, down to 0 at the last step. Loshchilov and Hutter 2017. */
        COSINE
    }

    public Optimisation {
        Objects.requireNonNull(method);
        Objects.requireNonNull(warmUp);
        Objects.requireNonNull(schedule);
        Range.require("training, trunk_learning_rate", trunkLearningRate, 0, 10);
        Range.require("training, embedding_learning_rate", embeddingLearningRate, 0, 10);
        Range.require("training, head_learning_rate", headLearningRate, 0, 10);
        Range.require("training, weight_decay", weightDecay, 0, 1);
        Range.require("training, clip_norm", clipNorm, 0, 1e6);
    }

    /** Fine-tuning a pretrained backbone. */
    public static Optimisation fineTuning() {
        return new Optimisation(Method.ADAMW, 5e-5, 5e-5, 5e-3, 1e-2, new WarmUp(0.5, 20), Schedule.COSINE, 5);
    }
}

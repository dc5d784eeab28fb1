package org.facies.train.optim;

import java.util.Objects;
import org.facies.input.Range;

/**
 * The settings of the optimiser.
 *
 * @param method the update rule
 * @param trunkLearningRate highest rate of the backbone's weights
 * @param embeddingLearningRate highest rate of the layer that computes the embedding
 * @param headLearningRate highest rate of the classifier head
 * @param weightDecay of filters and matrices; norms, biases, slopes and affine layers have none
 * @param warmUp the rise of the rates at the beginning
 * @param schedule the rates after the warm-up
 * @param clipNorm largest Euclidean norm of all gradients together, to which they are scaled down; 0 for no limit
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
        /** Momentum 0.9; weight decay is added to the gradient. */
        SGD,
        /** β = (0.9, 0.999), ε = 1e-8; weight decay is separate from the gradient (Loshchilov and Hutter 2019). */
        ADAMW
    }

    /** Schedule of the learning rates after the warm-up. */
    public enum Schedule {
        CONSTANT,
        /** Half a cosine, down to 0 at the last step (Loshchilov and Hutter 2017). */
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

    /** Default settings for fine-tuning a pretrained backbone. */
    public static Optimisation fineTuning() {
        return new Optimisation(Method.ADAMW, 5e-5, 5e-5, 5e-3, 1e-2, new WarmUp(0.5, 20), Schedule.COSINE, 5);
    }
}

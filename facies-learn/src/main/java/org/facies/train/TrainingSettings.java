package org.facies.train;

import java.util.Objects;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.input.Range;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.FrozenTrunk;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WeightAveraging;

/**
 * All settings of a training in addition to its data, backbone and loss.
 *
 * @param epochs passes over the training crops; at least 1 for {@link Trainer}, 0 for {@link FrozenDiscriminant}
 * @param batchSize crops for each step; batches differ by at most one crop, so that none is tiny
 * @param optimisation learning rates, decay, schedule, clipping
 * @param balance how rare classes are treated
 * @param headStart initial values of the head
 * @param labelSmoothing share of the target spread over all classes, in [0, 1)
 * @param augmentation random changes of the crops
 * @param frozen the part of the backbone that is not trained; empty to train all of it
 * @param averaging the weights that the model gets
 * @param checkpointSteps steps between additional checkpoints; 0 for checkpoints only after epochs
 * @param seed of initialisation, order, augmentation and dropout
 * @param compute settings of hardware and memory
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        Optimisation optimisation,
        ClassBalance balance,
        HeadStart headStart,
        double labelSmoothing,
        Augmentation augmentation,
        Optional<FrozenTrunk> frozen,
        WeightAveraging averaging,
        int checkpointSteps,
        long seed,
        ComputeSettings compute) {

    public TrainingSettings {
        Objects.requireNonNull(optimisation);
        Objects.requireNonNull(balance);
        Objects.requireNonNull(headStart);
        Objects.requireNonNull(augmentation);
        Objects.requireNonNull(frozen);
        Objects.requireNonNull(averaging);
        Range.require("training, epochs", epochs, 0, 10_000);
        Range.require("training, batch_size", batchSize, 1, 4096);
        Range.require("training, label_smoothing", labelSmoothing, 0, 0.9);
        Range.require("training, checkpoint_steps", checkpointSteps, 0, Integer.MAX_VALUE);
        requireParts(batchSize, compute.accumulate());
    }

    /** Requires two crops in each part, which batch norm of a fully connected layer needs. */
    private static void requireParts(int batchSize, int parts) {
        if (parts > 1 && parts > batchSize / 2) {
            throw new BadInput(
                    "training, accumulate",
                    String.valueOf(parts),
                    "leaves fewer than two crops of a batch of " + batchSize + " for each part",
                    "Give at most " + Math.max(1, batchSize / 2) + ", or raise batch_size.");
        }
    }

    /** Default settings: fine-tuning of all layers for ten epochs. */
    public static TrainingSettings defaults(long seed, ComputeSettings compute) {
        return new TrainingSettings(
                10,
                32,
                Optimisation.fineTuning(),
                ClassBalance.SQRT_WEIGHTS,
                HeadStart.RANDOM,
                0,
                Augmentation.plausible(),
                Optional.empty(),
                new WeightAveraging.Last(),
                0,
                seed,
                compute);
    }
}

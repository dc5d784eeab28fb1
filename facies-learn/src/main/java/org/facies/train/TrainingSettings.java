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
 * Everything that decides a training run beside its data, backbone and loss.
 *
 * @param epochs passes over the training crops; {@link Trainer} needs one, {@link FrozenDiscriminant} none
 * @param batchSize crops a step; batches differ by at most one crop, so that none is tiny
 * @param optimisation rates, decay, schedule, clipping
 * @param balance what is done for rare classes
 * @param headStart where the head's rows begin
 * @param labelSmoothing share of the target spread over all classes, in [0, 1)
 * @param augmentation how crops vary
 * @param frozen the part of the backbone that stays as it is; empty trains all of it
 * @param averaging which weights the model gets
 * @param checkpointSteps a checkpoint is also written every so many steps; 0 for the ends of epochs only
 * @param seed of initialisation, order, augmentation and dropout
 * @param compute the machine and how it is used
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

    /** Batch norm of a fully connected layer needs two crops. */
    private static void requireParts(int batchSize, int parts) {
        if (parts > 1 && parts > batchSize / 2) {
            throw new BadInput(
                    "training, accumulate",
                    String.valueOf(parts),
                    "leaves less than two crops of a batch of " + batchSize + " for each part",
                    "Give at most " + Math.max(1, batchSize / 2) + ", or raise batch_size.");
        }
    }

    /** Fine-tuning all layers for ten epochs. */
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

package org.facies.train;

import java.time.Duration;

/**
 * The progress of a training after a step.
 *
 * @param epoch counted from 1
 * @param step of the epoch, counted from 1
 * @param loss of the step
 * @param meanLoss of the epoch so far
 * @param accuracy on the epoch's crops so far, without a margin, in [0, 1]
 * @param timeLeft to the end of the training, at the present speed
 */
public record TrainingProgress(
        int epoch,
        int epochs,
        int step,
        int stepsPerEpoch,
        double loss,
        double meanLoss,
        double accuracy,
        Duration timeLeft) {}

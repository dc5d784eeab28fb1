package org.facies.train;

import java.time.Duration;

/**
 * Where a run is, after a step.
 *
 * @param epoch counted from 1
 * @param step of the epoch, counted from 1
 * @param loss of the step
 * @param meanLoss of the epoch so far
 * @param accuracy on the epoch's crops so far, before any margin
 * @param timeLeft to the end of the run, at the pace so far
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

package org.facies.train.optim;

import org.facies.input.Range;

/**
 * A linear rise of the learning rates from 0. In a small cohort a fraction of an epoch is only a few steps. After so
 * few, full rates can make a pretrained network predict a constant. Therefore there is also a smallest number of steps.
 *
 * @param epochs may be a fraction; 0 for no warm-up
 * @param leastSteps smallest number of steps, but no more than a third of the training
 */
public record WarmUp(double epochs, int leastSteps) {
    /** Full rates from the first step on. */
    public static final WarmUp NONE = new WarmUp(0, 0);

    public WarmUp {
        Range.require("training, warm_up_epochs", epochs, 0, 1000);
        Range.require("training, least_warm_up_steps", leastSteps, 0, 1_000_000);
    }

    /** The number of steps of the warm-up; may be a fraction. */
    double steps(int stepsPerEpoch, long stepsOfTraining) {
        return epochs == 0 ? 0 : Math.max(epochs * stepsPerEpoch, Math.min(leastSteps, stepsOfTraining / 3.0));
    }
}

package org.facies.train.optim;

import org.facies.input.Range;

/**
 * Steps over which the rates rise linearly from 0. In a small cohort a fraction of an epoch is a handful of steps,
 * after which full rates can leave a pretrained network at a constant answer; so there is a least number of steps too.
 *
 * @param epochs may be a fraction; 0 leaves the warm-up out
 * @param leastSteps where the epochs are fewer steps; but no more than a third of the training
 */
public record WarmUp(double epochs, int leastSteps) {
    /** Full rates from the first step on. */
    public static final WarmUp NONE = new WarmUp(0, 0);

    public WarmUp {
        Range.require("training, warm_up_epochs", epochs, 0, 1000);
        Range.require("training, least_warm_up_steps", leastSteps, 0, 1_000_000);
    }

    /** Steps of the warm-up; may be a fraction. */
    double steps(int stepsPerEpoch, long stepsOfTraining) {
        return epochs == 0 ? 0 : Math.max(epochs * stepsPerEpoch, Math.min(leastSteps, stepsOfTraining / 3.0));
    }
}

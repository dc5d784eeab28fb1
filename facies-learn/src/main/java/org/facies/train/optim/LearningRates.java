package org.facies.train.optim;

/**
 * The schedule of the learning rates, as a factor of their highest value.
 *
 * @param warmUpSteps steps over which the factor rises linearly to 1
 * @param totalSteps steps of the whole run
 */
public record LearningRates(Optimisation.Schedule schedule, double warmUpSteps, long totalSteps) {

    /** The schedule of a training with this number of steps. */
    public static LearningRates of(Optimisation optimisation, int stepsPerEpoch, long totalSteps) {
        double warmUpSteps = optimisation.warmUp().steps(stepsPerEpoch, totalSteps);
        return new LearningRates(optimisation.schedule(), warmUpSteps, totalSteps);
    }

    /** The factor at a step, counted from 0; in (0, 1] until the end of the cosine. */
    public double factor(long step) {
        if (step + 1 < warmUpSteps) {
            return (step + 1) / warmUpSteps;
        }
        return switch (schedule) {
            case CONSTANT -> 1;
            case COSINE -> {
                double done = (step - warmUpSteps + 1) / Math.max(1, totalSteps - warmUpSteps);
                yield 0.5 * (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, done))));
            }
        };
    }
}

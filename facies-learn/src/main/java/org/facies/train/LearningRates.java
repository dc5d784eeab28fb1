package org.facies.train;

/**
 * The course of the learning rates, as a factor of their highest value.
 *
 * @param warmUpSteps steps over which the factor rises linearly to 1
 * @param totalSteps steps of the whole run
 */
record LearningRates(Optimisation.Schedule schedule, double warmUpSteps, long totalSteps) {

    /**
     * In a small cohort a fraction of an epoch is a handful of steps, and full rates after that can leave a pretrained network at
     * a constant answer; so a warm-up takes at least so many steps, but no more than a third of the training.
     */
    private static final int LEAST_WARM_UP_STEPS = 20;

    /** Of a training of so many epochs. */
    static LearningRates of(Optimisation optimisation, int epochs, int stepsPerEpoch) {
        long steps = (long) epochs * stepsPerEpoch;
        double asked = optimisation.warmUpEpochs() * stepsPerEpoch;
        double least = Math.min(LEAST_WARM_UP_STEPS, steps / 3.0);
        return new LearningRates(optimisation.schedule(), asked == 0 ? 0 : Math.max(asked, least), steps);
    }

    /** The factor of a step, counted from 0; in (0, 1] until the cosine's end. */
    double factor(long step) {
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

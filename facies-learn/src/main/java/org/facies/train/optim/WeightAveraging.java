package org.facies.train.optim;

/** Which weights the trained model gets. */
public sealed interface WeightAveraging {

    /** Those of the last step. */
    record Last() implements WeightAveraging {}

    /**
     * An exponential moving average over the steps.
     *
     * @param decay in (0, 1); the average forgets over about 1 / (1 - decay) steps
     */
    record Exponential(double decay) implements WeightAveraging {
        public Exponential {
            if (!(decay > 0 && decay < 1)) {
                throw new IllegalArgumentException("decay " + decay);
            }
        }
    }

    /**
     * The mean over the ends of the last epochs. Izmailov et al. 2018.
     *
     * @param epochs at least 1
     */
    record LastEpochs(int epochs) implements WeightAveraging {
        public LastEpochs {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs " + epochs);
            }
        }
    }
}

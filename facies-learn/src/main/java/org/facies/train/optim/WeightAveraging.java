package org.facies.train.optim;

/** The weights of the trained model. */
public sealed interface WeightAveraging {

    /** The weights of the last step. */
    record Last() implements WeightAveraging {}

    /**
     * An exponential moving average over the steps.
     *
     * @param decay in (0, 1); the average covers about 1 / (1 - decay) steps
     */
    record Exponential(double decay) implements WeightAveraging {
        public Exponential {
            if (!(decay > 0 && decay < 1)) {
                throw new IllegalArgumentException("decay " + decay);
            }
        }
    }

    /**
     * The mean over the ends of the last epochs (Izmailov et al. 2018).
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

package org.facies.metric;

/** What one case adds to the mean proper scores. */
public final class ProperScore {
    /** Probabilities are kept this far from 0 and 1 in the log loss: the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    private ProperScore() {}

    /**
     * Log loss: the negative logarithm of the true class's probability.
     *
     * @param probabilities double[classes], summing to 1
     * @param truth position of the true class
     */
    public static double logLoss(double[] probabilities, int truth) {
        return -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, probabilities[truth])));
    }

    /**
     * Brier score: the squared distance to the truth, summed over classes, from 0 to 2.
     *
     * @param probabilities double[classes], summing to 1
     * @param truth position of the true class
     */
    public static double brierSum(double[] probabilities, int truth) {
        double sum = 0;
        for (int c = 0; c < probabilities.length; c++) {
            double miss = probabilities[c] - (c == truth ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }
}

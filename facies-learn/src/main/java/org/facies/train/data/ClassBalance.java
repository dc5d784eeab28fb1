package org.facies.train.data;

/** How rare classes are treated. */
public enum ClassBalance {
    NONE,
    /** Loss weights proportional to 1 / √n. */
    SQRT_WEIGHTS,
    /** Loss weights proportional to 1 / n. */
    BALANCED_WEIGHTS,
    /** Every class is drawn equally often; no loss weights. */
    BALANCED_SAMPLING;

    /**
     * The share of each class in the minimised loss, which is the prior that a network learns.
     *
     * @param counts int[classes], training photos
     * @return double[classes], summing to 1
     */
    public double[] shares(int[] counts) {
        double[] shares = new double[counts.length];
        double sum = 0;
        for (int c = 0; c < counts.length; c++) {
            shares[c] = switch (this) {
                case NONE -> counts[c];
                case SQRT_WEIGHTS -> Math.sqrt(counts[c]);
                case BALANCED_WEIGHTS, BALANCED_SAMPLING -> counts[c] == 0 ? 0 : 1;
            };
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }
}

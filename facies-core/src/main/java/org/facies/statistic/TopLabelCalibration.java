package org.facies.statistic;

/**
 * Calibration error of the top label (Guo et al. 2017) over 15 equal, right-closed bins of confidence, prepared so that
 * any resample costs one pass over the cases, bin after bin.
 */
public final class TopLabelCalibration {
    /** Number of bins over [0, 1]. */
    public static final int BINS = 15;

    private final int[] caseAt;

    /** Confidence minus 1 where the answer is correct, minus 0 where it is not; by place. */
    private final double[] surplusAt;

    /** Where each bin begins, and where the last one ends. */
    private final int[] begin = new int[BINS + 1];

    /**
     * Sorts cases into bins.
     *
     * @param confidence double[cases], probability of the answer
     * @param correct boolean[cases]
     */
    public TopLabelCalibration(double[] confidence, boolean[] correct) {
        int n = confidence.length;
        int[] bin = new int[n];
        for (int i = 0; i < n; i++) {
            bin[i] = CalibrationCurve.binOf(confidence[i], BINS);
            begin[bin[i] + 1]++;
        }
        for (int b = 0; b < BINS; b++) {
            begin[b + 1] += begin[b];
        }
        this.caseAt = new int[n];
        this.surplusAt = new double[n];
        int[] next = begin.clone();
        for (int i = 0; i < n; i++) {
            int place = next[bin[i]]++;
            caseAt[place] = i;
            surplusAt[place] = confidence[i] - (correct[i] ? 1 : 0);
        }
    }

    /**
     * Calibration error and overconfidence, with each case counted as often as its weight says.
     *
     * @param weights int[cases], from 0
     * @return double[2]: the mean distance of accuracy from confidence, weighted by cases, from 0 to 1; mean confidence
     *     less accuracy, from -1 to 1; NaN for no case
     */
    public double[] errors(int[] weights) {
        double error = 0;
        double overconfidence = 0;
        for (int b = 0; b < BINS; b++) {
            double sum = WeightedSum.of(surplusAt, weights, caseAt, begin[b], begin[b + 1]);
            error += Math.abs(sum);
            overconfidence += sum;
        }
        int n = WeightedSum.of(weights);
        return new double[] {error / n, overconfidence / n};
    }
}

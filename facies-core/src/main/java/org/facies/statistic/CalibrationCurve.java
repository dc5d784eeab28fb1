package org.facies.statistic;

import java.util.ArrayList;
import java.util.List;

/** Observed frequency by predicted probability, in equal, right-closed bins of the probability. */
public final class CalibrationCurve {

    private CalibrationCurve() {}

    /**
     * One bin that holds cases.
     *
     * @param low end of the bin, exclusive (inclusive for the first)
     * @param high end of the bin, inclusive
     * @param n cases
     * @param meanProbability of the cases
     * @param observed share of the cases that came true
     * @param interval Wilson's around the share, 95 %
     */
    public record Bin(double low, double high, long n, double meanProbability, double observed, Interval interval) {}

    /** The bin, from 0, of a probability among equal right-closed ones. */
    public static int binOf(double probability, int bins) {
        int bin = 0;
        while (bin < bins - 1 && probability > (bin + 1) * (1.0 / bins)) {
            bin++;
        }
        return bin;
    }

    /**
     * Sorts cases into bins; empty bins are left out.
     *
     * @param probabilities double[cases], from 0 to 1
     * @param positive boolean[cases], independent of each other
     * @param bins how many
     */
    public static List<Bin> of(double[] probabilities, boolean[] positive, int bins) {
        long[] n = new long[bins];
        long[] positives = new long[bins];
        double[] sum = new double[bins];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = binOf(probabilities[i], bins);
            n[bin]++;
            positives[bin] += positive[i] ? 1 : 0;
            sum[bin] += probabilities[i];
        }
        List<Bin> curve = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (n[b] > 0) {
                Interval interval = Proportion.wilson(positives[b], n[b], 0.95);
                double observed = (double) positives[b] / n[b];
                curve.add(new Bin(b / (double) bins, (b + 1) / (double) bins, n[b], sum[b] / n[b], observed, interval));
            }
        }
        return curve;
    }
}

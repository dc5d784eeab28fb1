package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How often answers given with a certain confidence are right: fifteen bins of equal width, closed on the right (Guo et
 * al. 2017), of the probability of the answer given.
 *
 * @param bins those that hold an answer, in rising order
 */
public record Reliability(List<Bin> bins) {
    /** Number of bins over [0, 1], as in the measure {@code ece15}. */
    public static final int BINS = 15;

    /**
     * Answers of similar confidence.
     *
     * @param index from 0; the bin is (index / 15, (index + 1) / 15]
     * @param confidence mean probability of the answers in the bin
     * @param accuracy share of them that is right
     */
    public record Bin(int index, int count, double confidence, double accuracy) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Sorts answers into bins.
     *
     * @param confidence in [0, 1]
     * @param right same length
     */
    public static Reliability of(double[] confidence, boolean[] right) {
        int[] count = new int[BINS];
        double[] sum = new double[BINS];
        int[] hits = new int[BINS];
        for (int i = 0; i < confidence.length; i++) {
            int bin = bin(confidence[i]);
            count[bin]++;
            sum[bin] += confidence[i];
            hits[bin] += right[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (count[b] > 0) {
                bins.add(new Bin(b, count[b], sum[b] / count[b], (double) hits[b] / count[b]));
            }
        }
        return new Reliability(bins);
    }

    private static int bin(double confidence) {
        int bin = 0;
        while (bin < BINS - 1 && confidence > (bin + 1) * (1.0 / BINS)) {
            bin++;
        }
        return bin;
    }

    int largest() {
        return bins.stream().mapToInt(Bin::count).max().orElse(0);
    }
}

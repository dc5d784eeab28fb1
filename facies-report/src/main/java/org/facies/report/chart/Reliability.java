package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Accuracy of the answers by confidence, which is the probability of the answer: fifteen bins of equal width, closed on
 * the right (Guo et al. 2017).
 *
 * @param bins that contain an answer, in increasing order
 */
public record Reliability(List<Bin> bins) {
    /** Number of bins over [0, 1], as in the metric {@code ece15}. */
    public static final int BINS = 15;

    /**
     * Answers of similar confidence.
     *
     * @param index from 0; the bin is (index / 15, (index + 1) / 15]
     * @param confidence mean probability of the answers in the bin
     * @param accuracy proportion of correct answers in the bin
     */
    public record Bin(int index, int count, double confidence, double accuracy) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Assigns answers to bins.
     *
     * @param confidence in [0, 1]
     * @param correct of the same length: whether the answer is correct
     */
    public static Reliability of(double[] confidence, boolean[] correct) {
        int[] count = new int[BINS];
        double[] sum = new double[BINS];
        int[] hits = new int[BINS];
        for (int i = 0; i < confidence.length; i++) {
            int bin = bin(confidence[i]);
            count[bin]++;
            sum[bin] += confidence[i];
            hits[bin] += correct[i] ? 1 : 0;
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

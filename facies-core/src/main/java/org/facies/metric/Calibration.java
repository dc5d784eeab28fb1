package org.facies.metric;

import java.util.List;
import org.facies.statistic.CalibrationCurve;

/**
 * Expected calibration error of the top label (Guo et al. 2017): over 15 equal, right-closed bins of confidence, the
 * mean distance of accuracy from confidence, weighted by cases.
 */
final class Calibration {
    static final int BINS = 15;

    private final int[] bin;
    private final double[] surplus;

    /** Sorts the cases into bins. */
    Calibration(List<Case> cases, int[] predicted) {
        this.bin = new int[predicted.length];
        this.surplus = new double[predicted.length];
        for (int i = 0; i < predicted.length; i++) {
            double confidence = cases.get(i).probabilities()[predicted[i]];
            bin[i] = CalibrationCurve.binOf(confidence, BINS);
            surplus[i] = confidence - (predicted[i] == cases.get(i).truth() ? 1 : 0);
        }
    }

    /** The error, from 0 to 1, with each case counted as often as its weight says; NaN for no case. */
    double error(int[] weights) {
        double[] sums = new double[BINS];
        long n = 0;
        for (int i = 0; i < bin.length; i++) {
            sums[bin[i]] += weights[i] * surplus[i];
            n += weights[i];
        }
        double error = 0;
        for (double sum : sums) {
            error += Math.abs(sum);
        }
        return error / n;
    }
}

package org.facies.calibration;

import java.util.Arrays;
import org.facies.metric.HeldOutSubjects;

/**
 * Log loss, Brier score and expected calibration error of the top label (Guo et al. 2017; 15 right-closed bins of equal
 * width), prepared so that a resample costs one pass. Conventions are those of {@link org.facies.metric.Metric}.
 */
final class CalibrationScores {
    /** Probabilities are kept this far from 0 and 1 in the log loss: the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    /** Neighbours add to sums of their own, so that no addition waits for the one before. A power of two. */
    private static final int LANES = 4;

    private final double[] logLoss;
    private final double[] brier;
    private final int[] bin;
    private final double[] surplus;

    CalibrationScores(HeldOutSubjects subjects) {
        int n = subjects.size();
        this.logLoss = new double[n];
        this.brier = new double[n];
        this.bin = new int[n];
        this.surplus = new double[n];
        for (int i = 0; i < n; i++) {
            double[] p = subjects.probabilities(i);
            int truth = subjects.truth(i);
            logLoss[i] = -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, p[truth])));
            for (int c = 0; c < p.length; c++) {
                double miss = p[c] - (c == truth ? 1 : 0);
                brier[i] += miss * miss;
            }
            bin[i] = ReliabilityBin.indexOf(subjects.confidence(i));
            surplus[i] = subjects.confidence(i) - (subjects.isRight(i) ? 1 : 0);
        }
    }

    double logLoss() {
        return Arrays.stream(logLoss).average().orElse(Double.NaN);
    }

    /**
     * The three figures, with each subject counted as often as its weight says.
     *
     * @return double[3]: log loss, Brier score, calibration error; NaN for no subject
     */
    double[] figures(int[] weights) {
        double losses = 0;
        double briers = 0;
        double[] sums = new double[LANES * ReliabilityBin.BINS];
        long n = 0;
        for (int i = 0; i < bin.length; i++) {
            int weight = weights[i];
            losses += weight * logLoss[i];
            briers += weight * brier[i];
            sums[bin[i] * LANES + (i & LANES - 1)] += weight * surplus[i];
            n += weight;
        }
        double error = 0;
        for (int b = 0; b < ReliabilityBin.BINS; b++) {
            double sum = 0;
            for (int lane = b * LANES; lane < (b + 1) * LANES; lane++) {
                sum += sums[lane];
            }
            error += Math.abs(sum);
        }
        return new double[] {losses / n, briers / n, error / n};
    }
}

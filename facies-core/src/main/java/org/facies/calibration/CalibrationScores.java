package org.facies.calibration;

import java.util.Arrays;
import org.facies.metric.HeldOutSubjects;
import org.facies.statistic.WeightedSum;

/**
 * Log loss, Brier score and expected calibration error of the top label (Guo et al. 2017; 15 right-closed bins of equal
 * width), prepared so that a resample costs one pass. Conventions are those of {@link org.facies.metric.Metric}.
 */
public final class CalibrationScores {
    /** Probabilities are kept this far from 0 and 1 in the log loss: the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    /** Neighbours add to sums of their own, so that no addition waits for the one before. A power of two. */
    private static final int LANES = 4;

    private final double[] logLoss;
    private final double[] brier;
    private final int[] bin;
    private final double[] surplus;

    /** Prepares the figures of subjects. */
    public CalibrationScores(HeldOutSubjects subjects) {
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
     * @param weights int[subjects], with the number of subjects as their sum
     * @return double[3]: log loss, Brier score, calibration error; NaN for no subject
     */
    double[] figures(int[] weights) {
        int n = bin.length;
        return new double[] {
            WeightedSum.of(logLoss, weights) / n, WeightedSum.of(brier, weights) / n, errors(weights)[0]
        };
    }

    /**
     * Calibration error and overconfidence, with each subject counted as often as its weight says.
     *
     * @param weights int[subjects], with the number of subjects as their sum
     * @return double[2]: calibration error, from 0 to 1; mean confidence less accuracy, from -1 to 1; NaN for no subject
     */
    public double[] errors(int[] weights) {
        double[] sums = new double[LANES * ReliabilityBin.BINS];
        for (int i = 0; i < weights.length; i++) {
            sums[bin[i] * LANES + (i & LANES - 1)] += weights[i] * surplus[i];
        }
        double error = 0;
        double overconfidence = 0;
        for (int b = 0; b < ReliabilityBin.BINS; b++) {
            double sum = 0;
            for (int lane = b * LANES; lane < (b + 1) * LANES; lane++) {
                sum += sums[lane];
            }
            error += Math.abs(sum);
            overconfidence += sum;
        }
        int n = bin.length;
        return new double[] {error / n, overconfidence / n};
    }
}

package org.facies.calibration;

import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ProperScore;
import org.facies.statistic.TopLabelCalibration;
import org.facies.statistic.WeightedSum;

/**
 * Log loss, Brier score and calibration error of the top label ({@link TopLabelCalibration}), prepared so that a
 * resample costs a pass for each. Conventions are those of {@link org.facies.metric.Metric}.
 */
final class CalibrationScores {
    private final double[] logLoss;
    private final double[] brier;
    private final TopLabelCalibration topLabel;

    /** Prepares the figures of subjects. */
    CalibrationScores(HeldOutSubjects subjects) {
        int n = subjects.size();
        this.logLoss = new double[n];
        this.brier = new double[n];
        for (int i = 0; i < n; i++) {
            double[] p = subjects.probabilities(i);
            logLoss[i] = ProperScore.logLoss(p, subjects.truth(i));
            brier[i] = ProperScore.brierSum(p, subjects.truth(i));
        }
        this.topLabel = subjects.topLabelCalibration();
    }

    /** The mean log loss of subjects; NaN for none. */
    static double logLoss(HeldOutSubjects subjects) {
        return IntStream.range(0, subjects.size())
                .mapToDouble(i -> ProperScore.logLoss(subjects.probabilities(i), subjects.truth(i)))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The three figures, with each subject counted as often as its weight says.
     *
     * @param weights int[subjects], with the number of subjects as their sum
     * @return double[3]: log loss, Brier score, calibration error; NaN for no subject
     */
    double[] figures(int[] weights) {
        int n = logLoss.length;
        return new double[] {
            WeightedSum.of(logLoss, weights) / n, WeightedSum.of(brier, weights) / n, topLabel.errors(weights)[0]
        };
    }
}

package org.facies.calibration;

import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ResampledFigures;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.Interval;

/** Log loss, Brier score and calibration error, or the change of each, with intervals over subjects. */
public record CalibrationFigures(Estimate logLoss, Estimate brierSum, Estimate ece15) {

    private static final int FIGURES = 3;

    /**
     * Resampling adds as much again as there is; what is left once that is taken away lies at the lowest value there
     * is.
     */
    private static final String ALL_BY_CHANCE = "it is no larger than what chance alone gives, so it has no interval";

    /**
     * Log loss, Brier score and calibration error of the same subjects with several probabilities, and of each
     * resample, which is read from memory once.
     */
    static List<ResampledFigures> resampled(List<HeldOutSubjects> variants, SubjectResamples resamples) {
        List<CalibrationScores> scores =
                variants.stream().map(CalibrationScores::new).toList();
        ResampledFigures all = resamples.figures(weights -> {
            double[] figures = new double[FIGURES * scores.size()];
            for (int v = 0; v < scores.size(); v++) {
                System.arraycopy(scores.get(v).figures(weights), 0, figures, FIGURES * v, FIGURES);
            }
            return figures;
        });
        return IntStream.range(0, scores.size())
                .mapToObj(v -> all.only(FIGURES * v, FIGURES * (v + 1)))
                .toList();
    }

    /**
     * The figures with their intervals.
     *
     * @param resampled from {@link #resampled}, or the difference of two of them
     * @param lowest value that a calibration error, or its change, can have
     */
    static CalibrationFigures of(ResampledFigures resampled, double lowest) {
        List<Estimate> plain = resampled.percentile();
        return new CalibrationFigures(plain.get(0), plain.get(1), calibrationError(plain.get(2), lowest));
    }

    /**
     * A calibration error with its interval mirrored and kept in its range.
     *
     * @param percentile the error with the percentiles of resamples
     * @param lowest value that it can have
     */
    public static Estimate calibrationError(Estimate percentile, double lowest) {
        Estimate error = SubjectResamples.mirrored(percentile);
        Interval within = new Interval(
                Math.max(lowest, error.interval().low()),
                Math.max(lowest, error.interval().high()));
        boolean open = Double.isNaN(within.low()) || ResampledFigures.hasWidth(within);
        return open
                ? new Estimate(error.value(), within, error.method(), error.reason())
                : new Estimate(error.value(), Interval.UNDEFINED, error.method(), ALL_BY_CHANCE);
    }
}

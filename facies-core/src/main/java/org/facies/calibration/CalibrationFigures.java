package org.facies.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Resampled;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.Interval;

/** Log loss, Brier score and calibration error, or the change of each, with intervals over subjects. */
public record CalibrationFigures(Estimate logLoss, Estimate brierSum, Estimate ece15) {

    /** Resampling adds as much again as there is; what is left once that is taken away lies at the lowest value there is. */
    private static final String ALL_BY_CHANCE = "it is no larger than what chance alone gives, so it has no interval";

    /** The figures of subjects, with intervals from resamples of them. */
    public static CalibrationFigures of(HeldOutSubjects subjects, SubjectResamples resamples) {
        CalibrationScores scores = new CalibrationScores(subjects);
        return of(subjects.size(), scores::figures, resamples, 0);
    }

    /** After less before, of the same subjects; below zero is better. */
    static CalibrationFigures change(HeldOutSubjects before, HeldOutSubjects after, SubjectResamples resamples) {
        CalibrationScores old = new CalibrationScores(before);
        CalibrationScores now = new CalibrationScores(after);
        return of(before.size(), weights -> difference(now.figures(weights), old.figures(weights)), resamples, -1);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int f = 0; f < a.length; f++) {
            difference[f] -= b[f];
        }
        return difference;
    }

    private static CalibrationFigures of(
            int n, Function<int[], double[]> figures, SubjectResamples resamples, double lowest) {
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double[] values = figures.apply(once);
        List<Estimate> plain = resamples.percentile(values, figures);
        Estimate error = SubjectResamples.mirrored(plain.get(2));
        Interval within = new Interval(
                Math.max(lowest, error.interval().low()),
                Math.max(lowest, error.interval().high()));
        boolean open = Double.isNaN(within.low()) || Resampled.hasWidth(within);
        return new CalibrationFigures(
                plain.get(0),
                plain.get(1),
                open
                        ? new Estimate(error.value(), within, error.method(), error.reason())
                        : new Estimate(error.value(), Interval.UNDEFINED, error.method(), ALL_BY_CHANCE));
    }
}

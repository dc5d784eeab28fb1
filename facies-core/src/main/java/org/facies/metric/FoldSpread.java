package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.Interval;

/**
 * Mean and spread of a metric over folds, with an interval for models retrained on other data of the same size. The
 * intervals of {@link Estimate}, in contrast, describe these trained models.
 *
 * @param mean NaN if the metric is undefined in any fold
 * @param sd sample standard deviation (n - 1); NaN with the mean, and for a single fold
 * @param retrained {@link Interval#overFolds} at 95 %, within the values that the metric can have
 * @param method of that interval
 * @param reason why one of them is undefined; empty when none is
 */
public record FoldSpread(
        double mean,
        double sd,
        @Inline Interval retrained,
        String method,
        @OmitEmpty String reason) {
    private static final String METHOD = "nadeau-bengio";

    /** Values that differ by less are the same. */
    private static final double ROUNDING = 1e-12;

    static FoldSpread of(List<FoldScores> folds, Metric metric) {
        for (FoldScores fold : folds) {
            if (Double.isNaN(fold.get(metric))) {
                String reason = "undefined in fold " + fold.fold() + ": "
                        + fold.reasons().get(metric);
                return undefined(Double.NaN, reason);
            }
        }
        double[] values = folds.stream().mapToDouble(fold -> fold.get(metric)).toArray();
        return of(values, 1, metric::possible);
    }

    /**
     * Of the folds of one or several cross-validations of the same data.
     *
     * @param values of each fold of each repeat, all defined
     * @param repeats how many cross-validations they are of, each of as many folds
     * @param possible moves the ends of an interval to values that the metric can have
     */
    static FoldSpread of(double[] values, int repeats, UnaryOperator<Interval> possible) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        int folds = values.length / repeats;
        if (folds < 2) {
            return undefined(mean, "there is a single fold");
        }
        double squares =
                Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
        double spread = Math.sqrt(squares / (values.length - 1));
        double sd = spread < ROUNDING ? 0 : spread;
        Interval retrained = Interval.overFolds(mean, sd, folds, repeats, EvaluationSettings.CONFIDENCE);
        return new FoldSpread(
                mean,
                sd,
                possible.apply(retrained),
                METHOD,
                sd > 0 ? "" : "the folds do not differ, so they do not show how uncertain it is");
    }

    /** Without a spread. */
    static FoldSpread undefined(double mean, String reason) {
        return new FoldSpread(mean, Double.NaN, Interval.UNDEFINED, METHOD, reason);
    }
}

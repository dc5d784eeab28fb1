package org.facies.metric;

import java.util.List;
import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.Interval;

/**
 * How a metric varies over folds, and what it may be if everything were retrained on other data of the same size: the
 * intervals of {@link Estimate} are about these trained models.
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

    static FoldSpread of(List<FoldScores> folds, Metric metric) {
        for (FoldScores fold : folds) {
            if (Double.isNaN(fold.get(metric))) {
                String reason = "undefined in fold " + fold.fold() + ": "
                        + fold.reasons().get(metric);
                return new FoldSpread(Double.NaN, Double.NaN, Interval.UNDEFINED, METHOD, reason);
            }
        }
        double mean =
                folds.stream().mapToDouble(fold -> fold.get(metric)).average().orElse(Double.NaN);
        if (folds.size() < 2) {
            return new FoldSpread(mean, Double.NaN, Interval.UNDEFINED, METHOD, "there is a single fold");
        }
        double squares = folds.stream()
                .mapToDouble(fold -> Math.pow(fold.get(metric) - mean, 2))
                .sum();
        boolean alike =
                folds.stream().mapToDouble(fold -> fold.get(metric)).distinct().count() == 1;
        double sd = alike ? 0 : Math.sqrt(squares / (folds.size() - 1));
        Interval retrained = metric.possible(Interval.overFolds(mean, sd, folds.size(), EvaluationSettings.CONFIDENCE));
        return new FoldSpread(
                mean,
                sd,
                retrained,
                METHOD,
                sd > 0 ? "" : "the folds do not differ, so they do not show how uncertain it is");
    }
}

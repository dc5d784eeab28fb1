package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.Interval;

/**
 * How a figure varies over folds, and what it may be if everything were trained anew on other data of the same size: the intervals of
 * {@link Estimate} are about the models as they are.
 *
 * @param mean NaN if the figure is undefined in any fold
 * @param sd sample standard deviation (n - 1); NaN with the mean, and for a single fold
 * @param anew {@link Interval#overFolds} at 95 %, within the values that the figure can have
 * @param reason why one of them is undefined; empty when none is
 */
public record FoldSpread(double mean, double sd, Interval anew, String reason) {
    private static final String METHOD = "nadeau-bengio";

    static FoldSpread of(List<FoldScores> folds, Metric metric) {
        for (FoldScores fold : folds) {
            if (Double.isNaN(fold.get(metric))) {
                String reason = "undefined in fold " + fold.fold() + ": "
                        + fold.reasons().get(metric);
                return new FoldSpread(Double.NaN, Double.NaN, Interval.UNDEFINED, reason);
            }
        }
        double mean =
                folds.stream().mapToDouble(fold -> fold.get(metric)).average().orElse(Double.NaN);
        if (folds.size() < 2) {
            return new FoldSpread(mean, Double.NaN, Interval.UNDEFINED, "there is a single fold");
        }
        double squares = folds.stream()
                .mapToDouble(fold -> Math.pow(fold.get(metric) - mean, 2))
                .sum();
        boolean alike =
                folds.stream().mapToDouble(fold -> fold.get(metric)).distinct().count() == 1;
        double sd = alike ? 0 : Math.sqrt(squares / (folds.size() - 1));
        Interval anew = metric.possible(Interval.overFolds(mean, sd, folds.size(), EvaluationSettings.CONFIDENCE));
        return new FoldSpread(
                mean, sd, anew, sd > 0 ? "" : "the folds do not differ, so they do not show how uncertain it is");
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", JsonNumber.orNull(mean));
        json.put("sd", JsonNumber.orNull(sd));
        json.put("low", JsonNumber.orNull(anew.low()));
        json.put("high", JsonNumber.orNull(anew.high()));
        json.put("method", METHOD);
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        return json;
    }
}

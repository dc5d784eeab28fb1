package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a figure varies over folds.
 *
 * @param mean NaN if the figure is undefined in any fold
 * @param sd sample standard deviation (n - 1); NaN with the mean, and for a single fold
 * @param reason why they are NaN; empty when they are not
 */
public record FoldSpread(double mean, double sd, String reason) {

    static FoldSpread of(List<FoldScores> folds, Metric metric) {
        for (FoldScores fold : folds) {
            if (Double.isNaN(fold.get(metric))) {
                String reason = "undefined in fold " + fold.fold() + ": "
                        + fold.reasons().get(metric);
                return new FoldSpread(Double.NaN, Double.NaN, reason);
            }
        }
        double mean =
                folds.stream().mapToDouble(fold -> fold.get(metric)).average().orElse(Double.NaN);
        double squares = folds.stream()
                .mapToDouble(fold -> Math.pow(fold.get(metric) - mean, 2))
                .sum();
        return folds.size() < 2
                ? new FoldSpread(mean, Double.NaN, "there is a single fold")
                : new FoldSpread(mean, Math.sqrt(squares / (folds.size() - 1)), "");
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", JsonNumber.orNull(mean));
        json.put("sd", JsonNumber.orNull(sd));
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        return json;
    }
}

package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model at one level.
 *
 * @param n cases
 * @param metrics that were wanted, pooled over all folds
 * @param perClass by class, in class order
 * @param confusion [classes][classes], rows the truth, columns the prediction
 * @param folds each fold by itself
 * @param overFolds mean and standard deviation of the folds
 */
public record LevelEvaluation(
        long n,
        Map<Metric, Estimate> metrics,
        Map<String, ClassEvaluation> perClass,
        List<List<Long>> confusion,
        List<FoldScores> folds,
        Map<Metric, FoldSpread> overFolds) {

    public LevelEvaluation {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
        confusion = confusion.stream().map(List::copyOf).toList();
        folds = List.copyOf(folds);
        overFolds = Collections.unmodifiableMap(new EnumMap<>(overFolds));
    }

    /** One of the figures that were wanted. */
    public Estimate get(Metric metric) {
        return metrics.get(metric);
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", n);
        metrics.forEach((metric, estimate) -> json.put(metric.key(), estimate));
        json.put("per_class", perClass);
        json.put("confusion", confusion);
        json.put("folds", folds);
        Map<String, FoldSpread> spreads = new LinkedHashMap<>();
        overFolds.forEach((metric, spread) -> spreads.put(metric.key(), spread));
        json.put("over_folds", spreads);
        return json;
    }
}

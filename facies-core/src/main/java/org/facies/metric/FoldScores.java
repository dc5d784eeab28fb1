package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of one fold's test cases.
 *
 * @param n test cases
 * @param metrics NaN where undefined
 * @param reasons why, for each that is
 */
public record FoldScores(int fold, long n, Map<Metric, Double> metrics, Map<Metric, String> reasons) {

    public FoldScores {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
        reasons = Map.copyOf(reasons);
    }

    public double get(Metric metric) {
        return metrics.get(metric);
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fold", fold);
        json.put("n", n);
        metrics.forEach((metric, value) -> json.put(metric.key(), JsonNumber.orNull(value)));
        Map<String, String> undefined = new LinkedHashMap<>();
        metrics.keySet().stream()
                .filter(reasons::containsKey)
                .forEach(metric -> undefined.put(metric.key(), reasons.get(metric)));
        if (!undefined.isEmpty()) {
            json.put("reasons", undefined);
        }
        return json;
    }
}

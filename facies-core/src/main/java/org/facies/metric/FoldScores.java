package org.facies.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;

/**
 * The metrics of one fold's test cases.
 *
 * @param n test cases
 * @param metrics NaN where undefined
 * @param reasons why, for each that is
 */
public record FoldScores(
        int fold,
        long n,
        @Inline Map<Metric, Double> metrics,
        @OmitEmpty Map<Metric, String> reasons) {

    public FoldScores {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
        Map<Metric, String> inOrder = new EnumMap<>(Metric.class);
        inOrder.putAll(reasons);
        reasons = Collections.unmodifiableMap(inOrder);
    }

    public double get(Metric metric) {
        return metrics.getOrDefault(metric, Double.NaN);
    }
}

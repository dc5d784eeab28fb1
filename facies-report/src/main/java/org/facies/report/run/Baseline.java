package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Metric;

/**
 * What is reached by always answering with the most frequent class.
 *
 * @param answer that class
 */
public record Baseline(String answer, Map<Metric, Double> values) {

    public Baseline {
        values = Map.copyOf(values);
    }

    static Baseline of(JsonNode node) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (node.path(metric.key()).isNumber()) {
                values.put(metric, node.path(metric.key()).asDouble());
            }
        }
        values.put(Metric.AUC_OVR_MACRO, 0.5);
        Optional.ofNullable(values.get(Metric.BALANCED_ACCURACY))
                .ifPresent(balanced -> values.put(Metric.MACRO_RECALL, balanced));
        return new Baseline(node.path("class").asText(), values);
    }

    /** The baseline's value of a figure, where it has one; an AUC of one half, since it tells no two cases apart. */
    public Optional<Double> value(Metric metric) {
        return Optional.ofNullable(values.get(metric));
    }

    /** The share of cases of the most frequent class, NaN if not given. */
    public double accuracy() {
        return value(Metric.ACCURACY).orElse(Double.NaN);
    }
}

package org.facies.report.run;

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

    static Baseline of(org.facies.metric.Baseline core) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.ACCURACY, core.accuracy());
        values.put(Metric.BALANCED_ACCURACY, core.balancedAccuracy());
        values.put(Metric.MACRO_RECALL, core.balancedAccuracy());
        values.put(Metric.MACRO_F1, core.macroF1());
        values.put(Metric.AUC_OVR_MACRO, 0.5);
        values.values().removeIf(value -> Double.isNaN(value));
        return new Baseline(core.majorityClass(), values);
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

package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One class against all others.
 *
 * @param support cases of the class
 */
public record ClassEvaluation(Map<ClassMetric, Estimate> metrics, long support) {

    public ClassEvaluation {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
    }

    public Estimate get(ClassMetric metric) {
        return metrics.get(metric);
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        metrics.forEach((metric, estimate) -> json.put(metric.key(), estimate));
        json.put("support", support);
        return json;
    }
}

package org.facies.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.facies.schema.Inline;

/**
 * One class against all others.
 *
 * @param metrics that were wanted; all of them in {@code metrics.json}
 * @param support cases of the class
 */
public record ClassEvaluation(@Inline Map<ClassMetric, Estimate> metrics, long support) {

    public ClassEvaluation {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
    }

    public Estimate get(ClassMetric metric) {
        return metrics.get(metric);
    }
}

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

    /** One of the metrics that were wanted; undefined if the file is of a version that lacks it. */
    public Estimate get(ClassMetric metric) {
        return metrics.getOrDefault(metric, Estimate.OF_LATER_VERSIONS);
    }
}

package org.facies.power;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;

/**
 * The metrics of a size, by subject.
 *
 * @param recall by class, in class order
 */
public record Scored(Estimate macroF1, Estimate balancedAccuracy, Map<String, Estimate> recall) {
    public Scored {
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
    }

    /** The metrics of one evaluation, with the usual intervals over subjects. */
    static Scored of(List<String> classes, LevelEvaluation evaluation) {
        Map<String, Estimate> recall = new LinkedHashMap<>();
        classes.forEach(name -> recall.put(name, evaluation.perClass().get(name).get(ClassMetric.RECALL)));
        return new Scored(evaluation.get(Metric.MACRO_F1), evaluation.get(Metric.BALANCED_ACCURACY), recall);
    }
}

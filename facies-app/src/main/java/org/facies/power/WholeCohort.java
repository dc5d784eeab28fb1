package org.facies.power;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;

/**
 * The whole cohort, evaluated once, with the usual intervals over subjects.
 *
 * @param recall by class
 */
public record WholeCohort(
        int size, int subjects, Estimate macroF1, Estimate balancedAccuracy, Map<String, Estimate> recall) {

    static WholeCohort of(int size, List<String> classes, LevelEvaluation evaluation) {
        Map<String, Estimate> recall = new LinkedHashMap<>();
        classes.forEach(name -> recall.put(name, evaluation.perClass().get(name).get(ClassMetric.RECALL)));
        return new WholeCohort(
                size,
                (int) evaluation.n(),
                evaluation.get(Metric.MACRO_F1),
                evaluation.get(Metric.BALANCED_ACCURACY),
                recall);
    }
}

package org.facies.contrast;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.schema.OmitEmpty;

/**
 * The change in results if folds are divided by photo instead of by subject. Photos of one child are then in both
 * parts, and a network can recognise the child.
 *
 * @param models by name
 */
public record SplitResults(Map<String, OfModel> models) {

    public SplitResults {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /**
     * One model.
     *
     * @param metrics the estimate for each of {@link ContrastEvaluation#METRICS}, over subjects
     */
    public record OfModel(@OmitEmpty Map<Metric, Figure> metrics) {
        public OfModel {
            Map<Metric, Figure> inOrder = new EnumMap<>(Metric.class);
            inOrder.putAll(metrics);
            metrics = Collections.unmodifiableMap(inOrder);
        }
    }

    /**
     * One metric of one model.
     *
     * @param bySubject value with folds by subject
     * @param byPhoto value with folds by photo
     * @param difference by photo minus by subject, paired by subject; the interval applies to these trained models
     */
    public record Figure(Estimate bySubject, Estimate byPhoto, Estimate difference) {}
}

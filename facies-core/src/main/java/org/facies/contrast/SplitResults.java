package org.facies.contrast;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.schema.OmitEmpty;

/**
 * What a division by photo adds to the results by subject: photos of one child are then on both sides, and a network
 * recognises the child.
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
     * @param metrics {@link ContrastEvaluation#METRICS}, over subjects
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
     * @param bySubject as everywhere else
     * @param byPhoto of the division by photo
     * @param difference by photo minus by subject, paired by subject; the interval is about these trained models
     */
    public record Figure(Estimate bySubject, Estimate byPhoto, Estimate difference) {}
}

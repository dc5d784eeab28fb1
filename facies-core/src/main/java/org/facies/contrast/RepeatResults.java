package org.facies.contrast;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.Estimate;
import org.facies.metric.FoldSpread;
import org.facies.metric.Metric;
import org.facies.schema.OmitEmpty;

/**
 * The results of several divisions into folds and several training seeds.
 *
 * @param divisions number of divisions of the cohort into folds
 * @param seeds number of training seeds for each division
 * @param models by name
 */
public record RepeatResults(int divisions, int seeds, Map<String, OfModel> models) {

    public RepeatResults {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /**
     * One model.
     *
     * @param metrics the estimate for each of {@link ContrastEvaluation#METRICS}
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
     * @param theseModels mean over the repeats; the interval applies to these trained models and new subjects
     * @param retrained mean over all folds of all repeats; the interval applies to models retrained on a new cohort
     *     of the same size
     * @param values double[divisions][seeds]
     * @param spread the parts of the variation
     */
    public record Figure(Estimate theseModels, FoldSpread retrained, List<List<Double>> values, Spread spread) {
        public Figure {
            values = values.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Standard deviations in the unit of the metric; NaN with a single division or a single seed.
     *
     * @param children standard deviation of the mean over repeats, from the sampling of children
     * @param division between divisions into folds, without the part that the seeds explain; 0 if the seeds explain
     *     all of it
     * @param seed between trainings on the same division
     */
    public record Spread(double children, double division, double seed) {}
}

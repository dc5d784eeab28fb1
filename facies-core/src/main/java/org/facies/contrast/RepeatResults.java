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
 * What several divisions into folds and several seeds of the training gave.
 *
 * @param divisions of the cohort into folds
 * @param seeds of each training
 * @param models by name
 */
public record RepeatResults(int divisions, int seeds, Map<String, OfModel> models) {

    public RepeatResults {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /**
     * One model.
     *
     * @param metrics {@link ContrastEvaluation#METRICS}
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
     * @param theseModels mean over the repeats; the interval is about these trained models and other subjects
     * @param retrained mean over all folds of all repeats; the interval is about models retrained on as many other
     *     subjects
     * @param values double[divisions][seeds]
     * @param spread where the values differ
     */
    public record Figure(Estimate theseModels, FoldSpread retrained, List<List<Double>> values, Spread spread) {
        public Figure {
            values = values.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Standard deviations, in the unit of the metric. NaN where there is one division or one seed.
     *
     * @param children of the mean over repeats, by chance of who is in the cohort
     * @param division between divisions into folds, without the part that the seeds explain; 0 where that is all
     * @param seed between trainings of the same division
     */
    public record Spread(double children, double division, double seed) {}
}

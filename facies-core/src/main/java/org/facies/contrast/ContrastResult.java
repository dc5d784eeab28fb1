package org.facies.contrast;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.Metric;
import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;

/**
 * The estimates of one contrast over subjects.
 *
 * @param metrics the estimate for each of {@link ContrastEvaluation#METRICS}
 * @param recall by class, in class order
 * @param accuracyTest test of the hypothesis that the models are correct equally often
 */
public record ContrastResult(
        @Inline Contrast contrast,
        @OmitEmpty Map<Metric, ContrastFigure> metrics,
        Map<String, ContrastFigure> recall,
        AccuracyDifference accuracyTest) {

    public ContrastResult {
        Map<Metric, ContrastFigure> inOrder = new EnumMap<>(Metric.class);
        inOrder.putAll(metrics);
        metrics = Collections.unmodifiableMap(inOrder);
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
    }

    /** The estimate for one of {@link ContrastEvaluation#METRICS}. */
    public ContrastFigure get(Metric metric) {
        return metrics.get(metric);
    }

    ContrastResult withTest(AccuracyDifference test) {
        return new ContrastResult(contrast, metrics, recall, test);
    }
}

package org.facies.result.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.facies.metric.Metric;

/** What candidates are compared by, over subjects. */
public enum SelectionMetric {
    @JsonProperty("balanced-accuracy")
    BALANCED_ACCURACY(Metric.BALANCED_ACCURACY, 1),
    @JsonProperty("accuracy")
    ACCURACY(Metric.ACCURACY, 1),
    @JsonProperty("macro-f1")
    MACRO_F1(Metric.MACRO_F1, 1),
    @JsonProperty("macro-auc")
    MACRO_AUC(Metric.AUC_OVR_MACRO_WITHIN_FOLDS, 1),
    @JsonProperty("log-loss")
    LOG_LOSS(Metric.LOG_LOSS, -1),
    @JsonProperty("brier")
    BRIER(Metric.BRIER_SUM, -1);

    /** The words of a study file. */
    public static final List<String> WORDS =
            List.of("balanced-accuracy", "accuracy", "macro-f1", "macro-auc", "log-loss", "brier");

    private final Metric metric;
    private final int direction;

    SelectionMetric(Metric metric, int direction) {
        this.metric = metric;
        this.direction = direction;
    }

    public Metric metric() {
        return metric;
    }

    /** The metric with its sign chosen so that more is better; undefined values come last. */
    public double gain(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : direction * value;
    }
}

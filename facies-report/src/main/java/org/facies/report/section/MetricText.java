package org.facies.report.section;

import org.facies.metric.Metric;
import org.facies.report.text.Phrases;

/** What a report calls the metrics of a model. */
final class MetricText {
    private MetricText() {}

    static String title(Metric metric) {
        return switch (metric) {
            case AUC_OVR_MACRO_WITHIN_FOLDS -> "Macro AUC";
            case AUC_OVR_MACRO -> "Macro AUC, pooled over folds";
            case COHEN_KAPPA -> "Cohen’s kappa";
            default -> Phrases.capitalised(metric.label());
        };
    }

    /** Which way is better. */
    static String direction(Metric metric) {
        return switch (metric) {
            case LOG_LOSS, BRIER_SUM, ECE15 -> "lower is better";
            default -> "higher is better";
        };
    }

    static boolean lowerIsBetter(Metric metric) {
        return direction(metric).startsWith("lower");
    }
}

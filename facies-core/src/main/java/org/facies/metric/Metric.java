package org.facies.metric;

import org.facies.statistic.Interval;

/** The figures of a model over all classes. {@link Scores} computes them; its documentation gives the conventions. */
public enum Metric {
    ACCURACY("accuracy", "accuracy", 0, 1),
    BALANCED_ACCURACY("balanced_accuracy", "balanced accuracy", 0, 1),
    MACRO_PRECISION("macro_precision", "macro precision", 0, 1),
    MACRO_RECALL("macro_recall", "macro recall", 0, 1),
    MACRO_F1("macro_f1", "macro F1", 0, 1),
    WEIGHTED_F1("weighted_f1", "weighted F1", 0, 1),
    AUC_OVR_MACRO("auc_ovr_macro", "macro AUC, one against rest", 0, 1),
    AUC_HAND_TILL("auc_hand_till", "AUC of Hand and Till", 0, 1),
    LOG_LOSS("log_loss", "log loss", 0, Double.POSITIVE_INFINITY),
    BRIER_SUM("brier_sum", "Brier score", 0, 2),
    COHEN_KAPPA("cohen_kappa", "Cohen's kappa", -1, 1),
    MCC("mcc", "Matthews correlation", -1, 1),
    ECE15("ece15", "calibration error", 0, 1);

    private final String key;
    private final String label;
    private final double lowest;
    private final double highest;

    Metric(String key, String label, double lowest, double highest) {
        this.key = key;
        this.label = label;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    /** The interval without values that the figure cannot have. */
    Interval possible(Interval interval) {
        return interval.within(lowest, highest);
    }
}

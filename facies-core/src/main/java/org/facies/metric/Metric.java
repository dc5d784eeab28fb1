package org.facies.metric;

/** The figures of a model over all classes. {@link Scores} computes them; its documentation gives the conventions. */
public enum Metric {
    ACCURACY("accuracy", "accuracy"),
    BALANCED_ACCURACY("balanced_accuracy", "balanced accuracy"),
    MACRO_PRECISION("macro_precision", "macro precision"),
    MACRO_RECALL("macro_recall", "macro recall"),
    MACRO_F1("macro_f1", "macro F1"),
    WEIGHTED_F1("weighted_f1", "weighted F1"),
    AUC_OVR_MACRO("auc_ovr_macro", "macro AUC, one against rest"),
    AUC_HAND_TILL("auc_hand_till", "AUC of Hand and Till"),
    LOG_LOSS("log_loss", "log loss"),
    BRIER_SUM("brier_sum", "Brier score"),
    COHEN_KAPPA("cohen_kappa", "Cohen's kappa"),
    MCC("mcc", "Matthews correlation"),
    ECE15("ece15", "calibration error");

    private final String key;
    private final String label;

    Metric(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }
}

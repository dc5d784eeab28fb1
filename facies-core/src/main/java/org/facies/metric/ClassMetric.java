package org.facies.metric;

/** The figures of a model for one class against all others. */
public enum ClassMetric {
    PRECISION("precision"),
    RECALL("recall"),
    F1("f1"),
    SPECIFICITY("specificity"),
    AUC("auc"),
    AVERAGE_PRECISION("average_precision");

    private final String key;

    ClassMetric(String key) {
        this.key = key;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }
}

package org.facies.metric;

/** The figures of a model for one class against all others. */
public enum ClassMetric {
    PRECISION(
            "precision", Metric.Part.ANSWERS, (scores, c) -> scores.confusion().precision(c)),
    RECALL("recall", Metric.Part.ANSWERS, (scores, c) -> scores.confusion().recall(c)),
    F1("f1", Metric.Part.ANSWERS, (scores, c) -> scores.confusion().f1(c)),
    SPECIFICITY(
            "specificity",
            Metric.Part.ANSWERS,
            (scores, c) -> scores.confusion().specificity(c)),
    AUC("auc", Metric.Part.RANKING, (scores, c) -> scores.ranking(c).auc()),
    AVERAGE_PRECISION(
            "average_precision",
            Metric.Part.RANKING,
            (scores, c) -> scores.ranking(c).averagePrecision());

    private final String key;
    private final Metric.Part part;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final OfClass of;

    private interface OfClass {
        double value(Scores scores, int classIndex);
    }

    ClassMetric(String key, Metric.Part part, OfClass of) {
        this.key = key;
        this.part = part;
        this.of = of;
    }

    Metric.Part part() {
        return part;
    }

    /** The value for a class; the scores have its part. */
    double of(Scores scores, int classIndex) {
        return of.value(scores, classIndex);
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }
}

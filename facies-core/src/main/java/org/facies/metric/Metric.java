package org.facies.metric;

import org.facies.schema.AddedLater;
import org.facies.statistic.Interval;

/** The metrics of a model over all classes. {@link Scores} computes them; its documentation gives the conventions. */
public enum Metric {
    ACCURACY(
            "accuracy",
            "accuracy",
            0,
            1,
            ScoreFigure.proportion(Confusion::accuracy, Confusion::correct, Confusion::n)),
    BALANCED_ACCURACY(
            "balanced_accuracy", "balanced accuracy", 0, 1, ScoreFigure.ofAnswers(Confusion::balancedAccuracy)),
    MACRO_PRECISION("macro_precision", "macro precision", 0, 1, ScoreFigure.macro(ClassMetric.PRECISION)),
    MACRO_RECALL("macro_recall", "macro recall", 0, 1, ScoreFigure.macro(ClassMetric.RECALL)),
    MACRO_F1("macro_f1", "macro F1", 0, 1, ScoreFigure.macro(ClassMetric.F1)),
    WEIGHTED_F1("weighted_f1", "weighted F1", 0, 1, ScoreFigure.ofAnswers(Confusion::weightedF1)),
    AUC_OVR_MACRO(
            "auc_ovr_macro",
            "macro AUC, one against rest, pooled over folds",
            0,
            1,
            ScoreFigure.macro(ClassMetric.AUC)),
    @AddedLater
    AUC_OVR_MACRO_WITHIN_FOLDS(
            "auc_ovr_macro_within_folds",
            "macro AUC within folds, one against rest",
            0,
            1,
            ScoreFigure.macro(ClassMetric.AUC_OVR_WITHIN_FOLDS)),
    AUC_HAND_TILL("auc_hand_till", "AUC of Hand and Till", 0, 1, ScoreFigure.area(Part.PAIRS, Scores::handTill)),
    LOG_LOSS(
            "log_loss",
            "log loss",
            0,
            Double.POSITIVE_INFINITY,
            ScoreFigure.bootstrapped(Part.PROBABILITIES, Scores::logLoss)),
    BRIER_SUM("brier_sum", "Brier score", 0, 2, ScoreFigure.bootstrapped(Part.PROBABILITIES, Scores::brierSum)),
    COHEN_KAPPA("cohen_kappa", "Cohen's kappa", -1, 1, ScoreFigure.ofAnswers(Confusion::kappa)),
    MCC("mcc", "Matthews correlation", -1, 1, ScoreFigure.ofAnswers(Confusion::mcc)),
    ECE15("ece15", "calibration error", 0, 1, ScoreFigure.mirrored(Part.CALIBRATION, Scores::calibrationError));

    private final String key;
    private final String label;
    private final double lowest;
    private final double highest;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ScoreFigure figure;

    /** What metrics are computed from. A resample computes only the parts of the requested metrics. */
    enum Part {
        /** The confusion matrix; every sample has it. */
        ANSWERS,
        /** Log loss and Brier score. */
        PROBABILITIES,
        /** The calibration error. */
        CALIBRATION,
        /** Average precision and the area of each class against all others. */
        RANKING,
        /** The area of each class against all others from pairs of cases of one fold. */
        WITHIN_FOLDS,
        /** The area of each class against each other one. */
        PAIRS
    }

    Metric(String key, String label, double lowest, double highest, ScoreFigure figure) {
        this.key = key;
        this.label = label;
        this.lowest = lowest;
        this.highest = highest;
        this.figure = figure;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    ScoreFigure figure() {
        return figure;
    }

    /** The interval without values that the metric cannot have. */
    Interval possible(Interval interval) {
        return interval.within(lowest, highest);
    }

    /**
     * The part of an interval of a weighted sum of the metric that the sum can have.
     *
     * @param reach half of the sum of the weights' sizes, where the weights sum to 0
     */
    Interval possibleSum(Interval interval, double reach) {
        double most = reach * (highest - lowest);
        return interval.within(-most, most);
    }
}

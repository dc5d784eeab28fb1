package org.facies.metric;

import java.util.function.ToDoubleFunction;
import org.facies.statistic.Interval;

/** The figures of a model over all classes. {@link Scores} computes them; its documentation gives the conventions. */
public enum Metric {
    ACCURACY(
            "accuracy",
            "accuracy",
            0,
            1,
            Part.ANSWERS,
            scores -> scores.confusion().accuracy()),
    BALANCED_ACCURACY(
            "balanced_accuracy",
            "balanced accuracy",
            0,
            1,
            Part.ANSWERS,
            scores -> scores.confusion().balancedAccuracy()),
    MACRO_PRECISION(
            "macro_precision", "macro precision", 0, 1, Part.ANSWERS, scores -> scores.macro(ClassMetric.PRECISION)),
    MACRO_RECALL("macro_recall", "macro recall", 0, 1, Part.ANSWERS, scores -> scores.macro(ClassMetric.RECALL)),
    MACRO_F1("macro_f1", "macro F1", 0, 1, Part.ANSWERS, scores -> scores.macro(ClassMetric.F1)),
    WEIGHTED_F1(
            "weighted_f1",
            "weighted F1",
            0,
            1,
            Part.ANSWERS,
            scores -> scores.confusion().weightedF1()),
    AUC_OVR_MACRO(
            "auc_ovr_macro",
            "macro AUC, one against rest",
            0,
            1,
            Part.RANKING,
            scores -> scores.macro(ClassMetric.AUC)),
    AUC_HAND_TILL("auc_hand_till", "AUC of Hand and Till", 0, 1, Part.PAIRS, Scores::handTill),
    LOG_LOSS("log_loss", "log loss", 0, Double.POSITIVE_INFINITY, Part.PROBABILITIES, Scores::logLoss),
    BRIER_SUM("brier_sum", "Brier score", 0, 2, Part.PROBABILITIES, Scores::brierSum),
    COHEN_KAPPA(
            "cohen_kappa",
            "Cohen's kappa",
            -1,
            1,
            Part.ANSWERS,
            scores -> scores.confusion().kappa()),
    MCC(
            "mcc",
            "Matthews correlation",
            -1,
            1,
            Part.ANSWERS,
            scores -> scores.confusion().mcc()),
    ECE15("ece15", "calibration error", 0, 1, Part.CALIBRATION, Scores::calibrationError);

    private final String key;
    private final String label;
    private final double lowest;
    private final double highest;
    private final Part part;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<Scores> of;

    /** What metrics are computed from, so that a resample costs no more than the metrics that are wanted of it. */
    enum Part {
        /** The confusion matrix; every sample has it. */
        ANSWERS,
        /** Log loss and Brier score. */
        PROBABILITIES,
        /** The calibration error. */
        CALIBRATION,
        /** Average precision and the area of each class against all others. */
        RANKING,
        /** The area of each class against each other one. */
        PAIRS
    }

    Metric(String key, String label, double lowest, double highest, Part part, ToDoubleFunction<Scores> of) {
        this.key = key;
        this.label = label;
        this.lowest = lowest;
        this.highest = highest;
        this.part = part;
        this.of = of;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    Part part() {
        return part;
    }

    /** The value; the scores have its part. */
    double of(Scores scores) {
        return of.applyAsDouble(scores);
    }

    /** The interval without values that the figure cannot have. */
    Interval possible(Interval interval) {
        return interval.within(lowest, highest);
    }
}

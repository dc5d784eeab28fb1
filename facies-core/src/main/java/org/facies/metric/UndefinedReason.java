package org.facies.metric;

import java.util.List;

/** Says why a metric is NaN, in the words of the report. */
final class UndefinedReason {
    private static final String NO_CASE = "there is no case";

    private final Scores scores;
    private final List<String> classes;

    UndefinedReason(Scores scores, List<String> classes) {
        this.scores = scores;
        this.classes = classes;
    }

    /** The reason; empty when the metric is defined. */
    String of(Metric metric) {
        if (!Double.isNaN(scores.get(metric))) {
            return "";
        }
        if (scores.confusion().n() == 0) {
            return NO_CASE;
        }
        return switch (metric) {
            case MACRO_PRECISION -> ofFirst(ClassMetric.PRECISION);
            case MACRO_RECALL -> ofFirst(ClassMetric.RECALL);
            case MACRO_F1 -> ofFirst(ClassMetric.F1);
            case AUC_OVR_MACRO -> ofFirst(ClassMetric.AUC);
            case AUC_OVR_MACRO_WITHIN_FOLDS -> ofFirst(ClassMetric.AUC_OVR_WITHIN_FOLDS);
            case AUC_HAND_TILL -> ofFirst(ClassMetric.RECALL);
            case COHEN_KAPPA -> "all cases are of one class, and predicted so";
            case MCC -> "all cases, or all predictions, are of one class";
            case ACCURACY, BALANCED_ACCURACY, WEIGHTED_F1, LOG_LOSS, BRIER_SUM, ECE15 -> NO_CASE;
        };
    }

    /** The reason; empty when the metric is defined. */
    String of(ClassMetric metric, int c) {
        if (!Double.isNaN(scores.get(metric, c))) {
            return "";
        }
        if (scores.confusion().n() == 0) {
            return NO_CASE;
        }
        String name = classes.get(c);
        String noCase = "no case is of class " + name;
        String allCases = "all cases are of class " + name;
        return switch (metric) {
            case PRECISION -> "class " + name + " is never predicted";
            case RECALL, AVERAGE_PRECISION -> noCase;
            case F1 -> noCase + ", and it is never predicted";
            case SPECIFICITY -> allCases;
            case AUC -> scores.confusion().support(c) == 0 ? noCase : allCases;
            case AUC_OVR_WITHIN_FOLDS -> {
                long support = scores.confusion().support(c);
                yield support == 0
                        ? noCase
                        : support == scores.confusion().n()
                                ? allCases
                                : "no fold has a case of class " + name + " and one of another class";
            }
        };
    }

    private String ofFirst(ClassMetric metric) {
        return of(metric, scores.firstUndefined(metric));
    }
}

package org.facies.metric;

/** What figures are computed from, so that a resample costs no more than the figures that are wanted of it. */
enum ScorePart {
    /** The confusion matrix; every sample has it. */
    ANSWERS,
    /** Log loss and Brier score. */
    PROBABILITIES,
    /** The calibration error. */
    CALIBRATION,
    /** Average precision and the area of each class against all others. */
    RANKING,
    /** The area of each class against each other one. */
    PAIRS;

    static ScorePart of(Metric metric) {
        return switch (metric) {
            case ACCURACY, BALANCED_ACCURACY, MACRO_PRECISION, MACRO_RECALL, MACRO_F1, WEIGHTED_F1, COHEN_KAPPA, MCC ->
                ANSWERS;
            case LOG_LOSS, BRIER_SUM -> PROBABILITIES;
            case ECE15 -> CALIBRATION;
            case AUC_OVR_MACRO -> RANKING;
            case AUC_HAND_TILL -> PAIRS;
        };
    }

    static ScorePart of(ClassMetric metric) {
        return switch (metric) {
            case PRECISION, RECALL, F1, SPECIFICITY -> ANSWERS;
            case AUC, AVERAGE_PRECISION -> RANKING;
        };
    }
}

package org.facies.metric;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * All figures of one model on one sample, with scikit-learn's definitions at {@code zero_division=nan}: a figure is NaN
 * where it is undefined, and so is a macro mean over a class where it is. Two differ from scikit-learn's defaults:
 * Matthews' coefficient is NaN, not 0, when all predictions are of one class, and macro precision is NaN when a class is
 * never predicted.
 */
final class Scores {
    private final Confusion confusion;
    private final ClassRanking[] rankings;
    private final double logLoss;
    private final double brierSum;
    private final double ece;
    private final Set<ScorePart> parts;

    /** @param parts that are given; of others, the arguments say nothing */
    Scores(
            Confusion confusion,
            ClassRanking[] rankings,
            double logLoss,
            double brierSum,
            double ece,
            Set<ScorePart> parts) {
        this.parts = parts;
        this.confusion = confusion;
        this.rankings = rankings;
        this.logLoss = logLoss;
        this.brierSum = brierSum;
        this.ece = ece;
    }

    Confusion confusion() {
        return confusion;
    }

    double get(Metric metric) {
        require(ScorePart.of(metric));
        return switch (metric) {
            case ACCURACY -> confusion.accuracy();
            case BALANCED_ACCURACY -> confusion.balancedAccuracy();
            case MACRO_PRECISION -> confusion.macro(confusion::precision);
            case MACRO_RECALL -> confusion.macro(confusion::recall);
            case MACRO_F1 -> confusion.macro(confusion::f1);
            case WEIGHTED_F1 -> confusion.weightedF1();
            case AUC_OVR_MACRO -> confusion.macro(c -> rankings[c].auc());
            case AUC_HAND_TILL -> handTill();
            case LOG_LOSS -> logLoss;
            case BRIER_SUM -> brierSum;
            case COHEN_KAPPA -> confusion.kappa();
            case MCC -> confusion.mcc();
            case ECE15 -> ece;
        };
    }

    double get(ClassMetric metric, int c) {
        require(ScorePart.of(metric));
        return switch (metric) {
            case PRECISION -> confusion.precision(c);
            case RECALL -> confusion.recall(c);
            case F1 -> confusion.f1(c);
            case SPECIFICITY -> confusion.specificity(c);
            case AUC -> rankings[c].auc();
            case AVERAGE_PRECISION -> rankings[c].averagePrecision();
        };
    }

    private void require(ScorePart part) {
        if (part != ScorePart.ANSWERS && !parts.contains(part)) {
            throw new IllegalStateException("these scores were computed without " + part);
        }
    }

    /** Mean area over ordered pairs of classes, each told from the other by its own probability (Hand and Till 2001). */
    private double handTill() {
        double sum = 0;
        int classes = rankings.length;
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                sum += a == b ? 0 : rankings[a].aucAgainst(b);
            }
        }
        return sum / (classes * (classes - 1.0));
    }

    /** The first class for which the figure is undefined, or -1. */
    int firstUndefined(ClassMetric metric) {
        return IntStream.range(0, confusion.classes())
                .filter(c -> Double.isNaN(get(metric, c)))
                .findFirst()
                .orElse(-1);
    }
}

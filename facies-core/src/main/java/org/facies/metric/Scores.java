package org.facies.metric;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * All metrics of one model on one sample, with scikit-learn's definitions at {@code zero_division=nan}: a metric is NaN
 * where it is undefined, and so is a macro mean over a class where it is. Two differ from scikit-learn's defaults:
 * Matthews' coefficient is NaN, not 0, when all predictions are of one class, and macro precision is NaN when a class
 * is never predicted.
 */
final class Scores {
    private final Confusion confusion;
    private final ClassRanking[] rankings;
    private final double[] withinFolds;
    private final double logLoss;
    private final double brierSum;
    private final double ece;
    private final Set<Metric.Part> parts;

    /** @param parts that are given; the arguments of other parts have no meaning */
    Scores(
            Confusion confusion,
            ClassRanking[] rankings,
            double[] withinFolds,
            double logLoss,
            double brierSum,
            double ece,
            Set<Metric.Part> parts) {
        this.parts = parts;
        this.confusion = confusion;
        this.rankings = rankings;
        this.withinFolds = withinFolds;
        this.logLoss = logLoss;
        this.brierSum = brierSum;
        this.ece = ece;
    }

    Confusion confusion() {
        return confusion;
    }

    ClassRanking ranking(int c) {
        return rankings[c];
    }

    /** The area of a class against all others from pairs of cases of one fold. */
    double withinFolds(int c) {
        return withinFolds[c];
    }

    double logLoss() {
        return logLoss;
    }

    double brierSum() {
        return brierSum;
    }

    double calibrationError() {
        return ece;
    }

    /** The mean over classes; NaN where it is for one of them. */
    double macro(ClassMetric metric) {
        return confusion.macro(c -> metric.of(this, c));
    }

    double get(Metric metric) {
        ScoreFigure figure = metric.figure();
        require(figure.part());
        return figure.of().applyAsDouble(this);
    }

    double get(ClassMetric metric, int c) {
        require(metric.part());
        return metric.of(this, c);
    }

    private void require(Metric.Part part) {
        if (part != Metric.Part.ANSWERS && !parts.contains(part)) {
            throw new IllegalStateException("these scores were computed without " + part);
        }
    }

    /**
     * Mean area over ordered pairs of classes, each distinguished from the other by its own probability (Hand and Till
     * 2001).
     */
    double handTill() {
        double sum = 0;
        int classes = rankings.length;
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                sum += a == b ? 0 : rankings[a].aucAgainst(b);
            }
        }
        return sum / (classes * (classes - 1.0));
    }

    /** The first class for which the metric is undefined, or -1. */
    int firstUndefined(ClassMetric metric) {
        return IntStream.range(0, confusion.classes())
                .filter(c -> Double.isNaN(get(metric, c)))
                .findFirst()
                .orElse(-1);
    }
}

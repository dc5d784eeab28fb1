package org.facies.metric;

import java.util.Optional;
import org.facies.schema.AddedLater;

/** The metrics of a model for one class against all others. */
public enum ClassMetric {
    PRECISION("precision", Confusion::precision, Confusion::correct, Confusion::predicted),
    RECALL("recall", Confusion::recall, Confusion::correct, Confusion::support),
    F1(
            "f1",
            Metric.Part.ANSWERS,
            ScoreFigure.Interval.BOOTSTRAP,
            (scores, c) -> scores.confusion().f1(c)),
    SPECIFICITY(
            "specificity",
            Confusion::specificity,
            Confusion::trueNegatives,
            (confusion, c) -> confusion.n() - confusion.support(c)),
    AUC(
            "auc",
            Metric.Part.RANKING,
            ScoreFigure.Interval.AREA,
            (scores, c) -> scores.ranking(c).auc()),
    @AddedLater
    AUC_OVR_WITHIN_FOLDS(
            "auc_ovr_within_folds",
            Metric.Part.WITHIN_FOLDS,
            ScoreFigure.Interval.AREA,
            (scores, c) -> scores.withinFolds(c)),
    AVERAGE_PRECISION(
            "average_precision",
            Metric.Part.RANKING,
            ScoreFigure.Interval.BOOTSTRAP,
            (scores, c) -> scores.ranking(c).averagePrecision());

    private final String key;
    private final Metric.Part part;
    private final ScoreFigure.Interval interval;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final OfClass of;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Optional<Counts> counts;

    private interface OfClass {
        double value(Scores scores, int classIndex);
    }

    private interface OfMatrix {
        double value(Confusion confusion, int classIndex);
    }

    private interface Count {
        long of(Confusion confusion, int classIndex);
    }

    private record Counts(Count some, Count all) {}

    /** A proportion. */
    ClassMetric(String key, OfMatrix of, Count some, Count all) {
        this.key = key;
        this.part = Metric.Part.ANSWERS;
        this.interval = ScoreFigure.Interval.PROPORTION;
        this.of = (scores, c) -> of.value(scores.confusion(), c);
        this.counts = Optional.of(new Counts(some, all));
    }

    ClassMetric(String key, Metric.Part part, ScoreFigure.Interval interval, OfClass of) {
        this.key = key;
        this.part = part;
        this.interval = interval;
        this.of = of;
        this.counts = Optional.empty();
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    Metric.Part part() {
        return part;
    }

    ScoreFigure.Interval interval() {
        return interval;
    }

    /** The value for a class; the scores have its part. */
    double of(Scores scores, int classIndex) {
        return of.value(scores, classIndex);
    }

    /** For a class. */
    ScoreFigure figure(int c) {
        return new ScoreFigure(
                part,
                interval,
                scores -> of.value(scores, c),
                counts.map(both ->
                        confusion -> new ScoreFigure.Cases(both.some.of(confusion, c), both.all.of(confusion, c))));
    }
}

package org.facies.metric;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Value of a metric, what it is computed from, and how its interval is found. Each constant of {@link Metric} and
 * {@link ClassMetric} has one.
 *
 * @param of the value, of scores that have the part
 * @param share for a {@link Interval#PROPORTION}, the cases that it is a proportion of
 */
record ScoreFigure(
        Metric.Part part, Interval interval, ToDoubleFunction<Scores> of, Optional<Function<Confusion, Cases>> share) {

    /** How the interval is found. */
    enum Interval {
        /** By the subject bootstrap. */
        BOOTSTRAP,
        /** Over subjects Wilson's; over photos, which are not independent, the subject bootstrap's. */
        PROPORTION,
        /** By the jackknife over subjects, in log odds. */
        AREA,
        /** By the subject bootstrap, mirrored at the value: resampling inflates what is computed from bins. */
        MIRRORED;

        boolean isResampled() {
            return this != AREA;
        }

        boolean isJackknifed() {
            return this != MIRRORED;
        }
    }

    /** Some cases among others. */
    record Cases(long some, long all) {}

    static ScoreFigure bootstrapped(Metric.Part part, ToDoubleFunction<Scores> of) {
        return new ScoreFigure(part, Interval.BOOTSTRAP, of, Optional.empty());
    }

    /** Of the confusion matrix alone. */
    static ScoreFigure ofAnswers(ToDoubleFunction<Confusion> of) {
        return bootstrapped(Metric.Part.ANSWERS, scores -> of.applyAsDouble(scores.confusion()));
    }

    static ScoreFigure proportion(
            ToDoubleFunction<Confusion> of, ToLongFunction<Confusion> some, ToLongFunction<Confusion> all) {
        return new ScoreFigure(
                Metric.Part.ANSWERS,
                Interval.PROPORTION,
                scores -> of.applyAsDouble(scores.confusion()),
                Optional.of(confusion -> new Cases(some.applyAsLong(confusion), all.applyAsLong(confusion))));
    }

    /** The mean over classes: of areas an area still, of proportions none. */
    static ScoreFigure macro(ClassMetric metric) {
        Interval interval = metric.interval() == Interval.AREA ? Interval.AREA : Interval.BOOTSTRAP;
        return new ScoreFigure(metric.part(), interval, scores -> scores.macro(metric), Optional.empty());
    }

    static ScoreFigure area(Metric.Part part, ToDoubleFunction<Scores> of) {
        return new ScoreFigure(part, Interval.AREA, of, Optional.empty());
    }

    static ScoreFigure mirrored(Metric.Part part, ToDoubleFunction<Scores> of) {
        return new ScoreFigure(part, Interval.MIRRORED, of, Optional.empty());
    }
}

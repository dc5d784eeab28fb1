package org.facies.metric;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which metrics are computed. Resampling only those of answers takes a tenth of the time of all. */
public enum FigureSet {
    ALL,
    /** Metrics that need answers only, without probabilities. */
    ANSWERS,
    /** Areas under ROC curves of each class against all others. */
    AREAS,
    /** Areas of each class from pairs of cases of one fold, next to those of all pairs. */
    AREAS_AND_WITHIN_FOLDS,
    /** Log loss, Brier score and calibration error. */
    PROBABILITIES;

    /** In the order of {@link Metric}. */
    public Set<Metric> metrics() {
        return Stream.of(Metric.values())
                .filter(metric -> holds(metric.figure().part(), metric.figure().interval()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Metric.class)));
    }

    /** In the order of {@link ClassMetric}. */
    public Set<ClassMetric> classMetrics() {
        return Stream.of(ClassMetric.values())
                .filter(metric -> holds(metric.part(), metric.interval()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClassMetric.class)));
    }

    private boolean holds(Metric.Part part, ScoreFigure.Interval interval) {
        return switch (this) {
            case ALL -> true;
            case ANSWERS -> part == Metric.Part.ANSWERS;
            case AREAS -> part == Metric.Part.RANKING && interval == ScoreFigure.Interval.AREA;
            case AREAS_AND_WITHIN_FOLDS -> part == Metric.Part.WITHIN_FOLDS || AREAS.holds(part, interval);
            case PROBABILITIES -> part == Metric.Part.PROBABILITIES || part == Metric.Part.CALIBRATION;
        };
    }

    /** What the metrics themselves are computed from. */
    Set<Metric.Part> parts() {
        return parts(interval -> true);
    }

    /** What is resampled for their intervals. */
    Set<Metric.Part> resampledParts() {
        return parts(ScoreFigure.Interval::isResampled);
    }

    /** What is computed without each group of subjects. */
    Set<Metric.Part> jackknifedParts() {
        return parts(ScoreFigure.Interval::isJackknifed);
    }

    private Set<Metric.Part> parts(Predicate<ScoreFigure.Interval> wanted) {
        Set<Metric.Part> parts = EnumSet.noneOf(Metric.Part.class);
        metrics().stream()
                .map(Metric::figure)
                .filter(figure -> wanted.test(figure.interval()))
                .forEach(figure -> parts.add(figure.part()));
        classMetrics().stream()
                .filter(metric -> wanted.test(metric.interval()))
                .forEach(metric -> parts.add(metric.part()));
        return parts;
    }
}

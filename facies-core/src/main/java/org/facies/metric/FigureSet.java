package org.facies.metric;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which figures are wanted: resampling those of answers alone costs a tenth of all. */
public enum FigureSet {
    ALL,
    /** What answers without probabilities define. */
    ANSWERS,
    /** Areas under ROC curves of each class against all others. */
    AREAS;

    /** In the order of {@link Metric}. */
    public Set<Metric> metrics() {
        return Stream.of(Metric.values())
                .filter(metric -> switch (this) {
                    case ALL -> true;
                    case ANSWERS -> metric.part() == Metric.Part.ANSWERS;
                    case AREAS -> metric == Metric.AUC_OVR_MACRO;
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Metric.class)));
    }

    /** In the order of {@link ClassMetric}. */
    public Set<ClassMetric> classMetrics() {
        return Stream.of(ClassMetric.values())
                .filter(metric -> switch (this) {
                    case ALL -> true;
                    case ANSWERS -> metric.part() == Metric.Part.ANSWERS;
                    case AREAS -> metric == ClassMetric.AUC;
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClassMetric.class)));
    }

    /** What the figures themselves are computed from. */
    Set<Metric.Part> parts() {
        return parts(metrics(), classMetrics());
    }

    /** What is resampled for their intervals; areas have the jackknife's, the calibration error none. */
    Set<Metric.Part> resampledParts() {
        Set<Metric> resampled = metrics();
        resampled.removeAll(EnumSet.of(Metric.AUC_OVR_MACRO, Metric.AUC_HAND_TILL, Metric.ECE15));
        Set<ClassMetric> resampledOfClass = classMetrics();
        resampledOfClass.remove(ClassMetric.AUC);
        return parts(resampled, resampledOfClass);
    }

    /** What is computed without each group of subjects. */
    Set<Metric.Part> jackknifedParts() {
        Set<Metric.Part> parts = parts();
        parts.remove(Metric.Part.CALIBRATION);
        return parts;
    }

    private static Set<Metric.Part> parts(Set<Metric> metrics, Set<ClassMetric> classMetrics) {
        Set<Metric.Part> parts = EnumSet.noneOf(Metric.Part.class);
        metrics.forEach(metric -> parts.add(metric.part()));
        classMetrics.forEach(metric -> parts.add(metric.part()));
        return parts;
    }
}

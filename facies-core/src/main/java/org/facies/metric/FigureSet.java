package org.facies.metric;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which figures are wanted: resampling those of answers alone costs a tenth of all. */
public enum FigureSet {
    ALL(EnumSet.allOf(Metric.class), EnumSet.allOf(ClassMetric.class)),
    /** What answers without probabilities define. */
    ANSWERS(
            EnumSet.of(
                    Metric.ACCURACY,
                    Metric.BALANCED_ACCURACY,
                    Metric.MACRO_PRECISION,
                    Metric.MACRO_RECALL,
                    Metric.MACRO_F1,
                    Metric.WEIGHTED_F1,
                    Metric.COHEN_KAPPA,
                    Metric.MCC),
            EnumSet.of(ClassMetric.PRECISION, ClassMetric.RECALL, ClassMetric.F1, ClassMetric.SPECIFICITY)),
    /** Areas under ROC curves. */
    AREAS(EnumSet.of(Metric.AUC_OVR_MACRO, Metric.AUC_HAND_TILL), EnumSet.of(ClassMetric.AUC));

    private final Set<Metric> metrics;
    private final Set<ClassMetric> classMetrics;

    FigureSet(Set<Metric> metrics, Set<ClassMetric> classMetrics) {
        this.metrics = Collections.unmodifiableSet(metrics);
        this.classMetrics = Collections.unmodifiableSet(classMetrics);
    }

    /** What the figures themselves are computed from. */
    Set<ScorePart> parts() {
        return parts(metrics, classMetrics);
    }

    /** What is resampled for their intervals; areas have the jackknife's, the calibration error none. */
    Set<ScorePart> resampledParts() {
        Set<Metric> resampled = EnumSet.copyOf(metrics);
        resampled.removeAll(EnumSet.of(Metric.AUC_OVR_MACRO, Metric.AUC_HAND_TILL, Metric.ECE15));
        Set<ClassMetric> resampledOfClass = EnumSet.copyOf(classMetrics);
        resampledOfClass.remove(ClassMetric.AUC);
        return parts(resampled, resampledOfClass);
    }

    /** What is computed without each group of subjects. */
    Set<ScorePart> jackknifedParts() {
        Set<ScorePart> parts = parts();
        parts.remove(ScorePart.CALIBRATION);
        return parts;
    }

    private static Set<ScorePart> parts(Set<Metric> metrics, Set<ClassMetric> classMetrics) {
        Set<ScorePart> parts = EnumSet.noneOf(ScorePart.class);
        metrics.forEach(metric -> parts.add(ScorePart.of(metric)));
        classMetrics.forEach(metric -> parts.add(ScorePart.of(metric)));
        return parts;
    }

    /** In the order of {@link Metric}. */
    public Set<Metric> metrics() {
        return metrics;
    }

    /** In the order of {@link ClassMetric}. */
    public Set<ClassMetric> classMetrics() {
        return classMetrics;
    }
}

package org.facies.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.FigureEstimates;
import org.facies.metric.FigureSet;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.metric.SharedResamples;

/**
 * Any syndrome against none: whether a child should be referred at all, whichever syndrome it has ({@link
 * SyndromeIdentification}). The score is the probability of all syndromes together.
 *
 * @param unaffected the class of children without a syndrome
 * @param affectedSubjects with a syndrome
 * @param auc area under the ROC curve over all subjects, whichever fold judged them: that of the unaffected class
 *     against all others
 * @param aucWithinFolds the same from pairs of subjects of one fold; empty in files of earlier versions
 * @param points thresholds fitted on the other folds, and what they reach
 */
public record Screening(
        String unaffected,
        int affectedSubjects,
        int unaffectedSubjects,
        Estimate auc,
        Optional<Estimate> aucWithinFolds,
        List<ThresholdPerformance> points) {

    /**
     * A threshold.
     *
     * @param fixed what was fixed on the other folds: sensitivity or specificity
     * @param at its value there
     * @param sensitivity share of affected subjects with a positive answer
     * @param specificity share of unaffected subjects with a negative answer
     * @param predictive values at given prevalences
     */
    public record ThresholdPerformance(
            OperatingPoint fixed,
            double at,
            Estimate sensitivity,
            Estimate specificity,
            List<PredictiveValue> predictive) {
        public ThresholdPerformance {
            predictive = List.copyOf(predictive);
        }
    }

    public Screening {
        points = List.copyOf(points);
    }

    /** Whether the model knows the unaffected class, and there are subjects of both kinds. */
    public static boolean isPossible(HeldOutSubjects subjects, ScreeningSettings settings) {
        int none = subjects.classes().indexOf(settings.unaffected());
        long unaffected = IntStream.range(0, subjects.size())
                .filter(i -> subjects.truth(i) == none)
                .count();
        return none >= 0 && unaffected > 0 && unaffected < subjects.size();
    }

    /**
     * Evaluates a model.
     *
     * @param subjects of at least two folds, and for whom it {@link #isPossible}
     * @param resamples shared with other models of the same subjects
     */
    public static Screening of(HeldOutSubjects subjects, ScreeningSettings settings, SharedResamples resamples) {
        int none = subjects.classes().indexOf(settings.unaffected());
        int n = subjects.size();
        boolean[] affected = new boolean[n];
        for (int i = 0; i < n; i++) {
            affected[i] = subjects.truth(i) != none;
        }
        FigureEstimates areas = FigureEstimates.of(subjects, FigureSet.AREAS_AND_WITHIN_FOLDS, resamples);
        int positives = (int) IntStream.range(0, n).filter(i -> affected[i]).count();
        OutOfFoldThreshold thresholds = new OutOfFoldThreshold(subjects, none);
        List<ThresholdPerformance> points = List.of(
                point(thresholds, OperatingPoint.SENSITIVITY, settings.sensitivity(), affected, settings.prevalence()),
                point(thresholds, OperatingPoint.SPECIFICITY, settings.specificity(), affected, settings.prevalence()));
        return new Screening(
                settings.unaffected(),
                positives,
                n - positives,
                areas.get(ClassMetric.AUC, none),
                Optional.of(areas.get(ClassMetric.AUC_OVR_WITHIN_FOLDS, none)),
                points);
    }

    /**
     * The threshold that is fitted on all of these subjects; scores at and above it are positive.
     *
     * @param unaffected one of their classes
     * @param held what it keeps, at which value
     */
    public static double threshold(HeldOutSubjects subjects, String unaffected, OperatingPoint held, double at) {
        return OutOfFoldThreshold.learnt(subjects, subjects.classes().indexOf(unaffected), held, at);
    }

    private static ThresholdPerformance point(
            OutOfFoldThreshold thresholds,
            OperatingPoint held,
            double at,
            boolean[] affected,
            List<Double> prevalences) {
        boolean[] positive = thresholds.decided(held, at);
        int found = 0;
        int cleared = 0;
        int ill = 0;
        for (int i = 0; i < positive.length; i++) {
            ill += affected[i] ? 1 : 0;
            found += affected[i] && positive[i] ? 1 : 0;
            cleared += !affected[i] && !positive[i] ? 1 : 0;
        }
        int well = positive.length - ill;
        List<PredictiveValue> predictive = new ArrayList<>();
        for (double prevalence : prevalences) {
            predictive.add(PredictiveValue.of(found, ill, cleared, well, prevalence));
        }
        return new ThresholdPerformance(held, at, Share.of(found, ill, ""), Share.of(cleared, well, ""), predictive);
    }
}

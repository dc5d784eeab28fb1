package org.facies.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.calibration.CrossFitting;
import org.facies.conformal.ConformalEvaluation;
import org.facies.conformal.CrossConformal;
import org.facies.conformal.SetFigures;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.facies.uncertainty.Abstention;
import org.facies.uncertainty.Screening;
import org.facies.uncertainty.ScreeningSettings;

/**
 * Fits a {@link Decision} on children whom the networks that judged them had not seen. The rules are fitted on all of
 * them. The metrics next to each rule come from rules fitted on the other folds: they estimate the performance of the
 * decision on new children from the same population.
 */
public final class DecisionFit {

    /** The share of children that is to be answered. */
    private static final double ANSWERED = 0.9;

    private DecisionFit() {}

    /**
     * Fits calibration, prediction sets, the threshold of confidence, and screening.
     *
     * @param subjects of at least two folds, as a study predicted them out of fold
     * @param screening which class is unaffected, and the operating points
     * @param intervals how intervals are made
     * @param threads at least 1; the result does not depend on it
     */
    public static Decision of(
            HeldOutSubjects subjects, ScreeningSettings screening, EvaluationSettings intervals, int threads) {
        HeldOutSubjects scaled = CrossFitting.chosen(subjects).scaled();
        SharedResamples resamples = new SharedResamples(intervals, threads);
        Optional<Screening> screened = Screening.isPossible(scaled, screening)
                ? Optional.of(Screening.of(scaled, screening, resamples))
                : Optional.empty();
        return new Decision(
                counts(scaled),
                screened.map(Screening::unaffected),
                CalibrationRule.of(CrossFitting.ofAll(subjects)),
                sets(scaled, resamples),
                abstention(scaled),
                screened.map(found -> screening(scaled, found)).orElse(List.of()),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, Integer> counts(HeldOutSubjects subjects) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            int wanted = c;
            long own = IntStream.of(subjects.truths())
                    .filter(truth -> truth == wanted)
                    .count();
            counts.put(subjects.classes().get(c), (int) own);
        }
        return counts;
    }

    private static List<SetRule> sets(HeldOutSubjects scaled, SharedResamples resamples) {
        List<SetRule> rules = new ArrayList<>();
        for (SetFigures figures :
                ConformalEvaluation.of(scaled, resamples.of(scaled)).sets()) {
            double[] limits =
                    CrossConformal.limits(scaled, figures.conformity(), figures.levelPercent(), figures.assurance());
            Map<String, Double> byClass = new LinkedHashMap<>();
            IntStream.range(0, limits.length)
                    .forEach(c -> byClass.put(scaled.classes().get(c), limits[c]));
            rules.add(new SetRule(
                    figures.conformity(),
                    figures.levelPercent(),
                    figures.assurance(),
                    byClass,
                    figures.coverage(),
                    figures.meanSize()));
        }
        return rules;
    }

    private static AbstentionRule abstention(HeldOutSubjects scaled) {
        Abstention.Target reached = Abstention.target(scaled, ANSWERED);
        return new AbstentionRule(
                ANSWERED, Abstention.threshold(scaled, ANSWERED), reached.answered(), reached.accuracy());
    }

    private static List<ScreeningRule> screening(HeldOutSubjects scaled, Screening screened) {
        return screened.points().stream()
                .map(point -> new ScreeningRule(
                        point.fixed(),
                        point.at(),
                        Screening.threshold(scaled, screened.unaffected(), point.fixed(), point.at()),
                        point.sensitivity(),
                        point.specificity()))
                .toList();
    }
}

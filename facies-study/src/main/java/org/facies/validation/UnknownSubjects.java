package org.facies.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.facies.decision.UnknownFaceRule;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.PredictionTable;
import org.facies.metric.Share;
import org.facies.result.FinishedRun;
import org.facies.result.PerformanceChange;

/**
 * Counts the subjects of another cohort that are refused as unknown. The threshold was fitted on single networks, each
 * with the subjects of its own fold; here it is applied to the mean over all networks, which varies less.
 */
final class UnknownSubjects {

    private UnknownSubjects() {}

    /**
     * Counts.
     *
     * @param together predictions of the networks for the other cohort
     * @param distances of its subjects; may be empty
     * @return empty if the run or the other cohort has no distances, or if the run has too few subjects for a threshold
     */
    static Optional<PerformanceChange.UnknownFaces> of(
            FinishedRun trained, String model, PredictionTable together, Map<String, Double> distances) {
        Map<String, Double> outOfFold = trained.distances(model);
        if (outOfFold.isEmpty() || distances.isEmpty()) {
            return Optional.empty();
        }
        HeldOutSubjects subjects = HeldOutSubjects.of(together, model);
        return UnknownFaceRule.of(HeldOutSubjects.of(trained.outOfFold(model), model), outOfFold)
                .map(rule -> counted(rule, subjects, distances));
    }

    private static PerformanceChange.UnknownFaces counted(
            UnknownFaceRule rule, HeldOutSubjects subjects, Map<String, Double> distances) {
        IntPredicate refused = i -> rule.refuses(distances.get(subjects.id(i)));
        Map<String, Estimate> byClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            int wanted = c;
            byClass.put(
                    subjects.classes().get(c),
                    Share.among(subjects, i -> subjects.truth(i) == wanted, refused, "no child here has this class"));
        }
        return new PerformanceChange.UnknownFaces(
                rule.nominal(),
                rule.threshold(),
                rule.refused(),
                Share.among(subjects, i -> true, refused, "there is no child"),
                byClass);
    }
}

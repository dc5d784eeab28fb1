package org.facies.uncertainty;

import java.util.Map;
import java.util.Optional;
import org.facies.calibration.CalibrationEvaluation;
import org.facies.conformal.ConformalEvaluation;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.facies.metric.SubjectResamples;
import org.facies.novelty.NoveltyEvaluation;
import org.facies.subgroup.SubgroupEvaluation;

/**
 * What one model may be trusted with, over subjects.
 *
 * @param outOfFold empty where the predictions are of a single fold and of no other cohort to learn anything on
 * @param subgroups empty where no column is known
 */
public record ModelUncertainty(Optional<OutOfFold> outOfFold, Optional<SubgroupEvaluation> subgroups) {

    /**
     * What was learnt on the other folds.
     *
     * @param screening empty where there is no unaffected class
     * @param novelty empty where no distances are known
     */
    public record OutOfFold(
            CalibrationEvaluation calibration,
            ConformalEvaluation conformal,
            Abstention abstention,
            Optional<Screening> screening,
            Optional<SyndromeIdentification> naming,
            Optional<NoveltyEvaluation> novelty) {

        static OutOfFold of(
                HeldOutSubjects subjects,
                Map<String, Double> distances,
                UncertaintySettings settings,
                SharedResamples shared) {
            SubjectResamples resamples = shared.of(subjects);
            boolean screens = Screening.isPossible(subjects, settings.screening());
            Optional<Screening> screening =
                    screens ? Optional.of(Screening.of(subjects, settings.screening(), shared)) : Optional.empty();
            Optional<SyndromeIdentification> naming =
                    screens && subjects.classes().size() > 2
                            ? Optional.of(SyndromeIdentification.of(
                                    subjects, settings.screening().unaffected()))
                            : Optional.empty();
            return new OutOfFold(
                    CalibrationEvaluation.of(subjects, shared),
                    ConformalEvaluation.of(subjects, resamples),
                    Abstention.of(subjects, resamples),
                    screening,
                    naming,
                    distances.isEmpty() ? Optional.empty() : Optional.of(NoveltyEvaluation.of(subjects, distances)));
        }
    }
}

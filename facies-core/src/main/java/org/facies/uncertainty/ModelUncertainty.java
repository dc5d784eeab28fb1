package org.facies.uncertainty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.calibration.CalibrationEvaluation;
import org.facies.calibration.ClassCalibration;
import org.facies.calibration.CrossFitting;
import org.facies.calibration.FoldFits;
import org.facies.conformal.ConformalEvaluation;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.facies.metric.SubjectResamples;
import org.facies.novelty.NoveltyEvaluation;
import org.facies.subgroup.SubgroupEvaluation;

/**
 * Calibration, prediction sets, abstention and the like of one model, over subjects.
 *
 * @param outOfFold empty where the predictions are of a single fold and there is no other cohort to fit on
 * @param subgroups empty where no column is known
 * @param classCalibration by class, of the probabilities as the model gives them
 * @param photos whether photos of one subject get the same answer
 */
public record ModelUncertainty(
        Optional<OutOfFold> outOfFold,
        Optional<SubgroupEvaluation> subgroups,
        Map<String, ClassCalibration> classCalibration,
        PhotoAgreement photos) {

    /**
     * What is fitted on the other folds.
     *
     * @param screening empty where there is no unaffected class
     * @param novelty empty where no distances are known
     * @param sensitivity by class, without the unaffected one
     * @param netBenefit of acting on any syndrome; empty where there is no unaffected class
     */
    public record OutOfFold(
            CalibrationEvaluation calibration,
            ConformalEvaluation conformal,
            Abstention abstention,
            Optional<Screening> screening,
            Optional<SyndromeIdentification> naming,
            Optional<NoveltyEvaluation> novelty,
            Map<String, ClassSensitivity> sensitivity,
            Optional<List<NetBenefitCurve>> netBenefit) {

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
            FoldFits fits = new FoldFits(subjects);
            CrossFitting chosen = CrossFitting.chosen(fits);
            return new OutOfFold(
                    CalibrationEvaluation.of(fits, chosen, shared),
                    ConformalEvaluation.of(subjects, resamples),
                    Abstention.of(subjects, resamples),
                    screening,
                    naming,
                    distances.isEmpty() ? Optional.empty() : Optional.of(NoveltyEvaluation.of(subjects, distances)),
                    ClassSensitivity.of(subjects, screens ? settings.screening().unaffected() : ""),
                    screens ? NetBenefitCurve.of(chosen.scaled(), settings.screening(), resamples) : Optional.empty());
        }
    }
}

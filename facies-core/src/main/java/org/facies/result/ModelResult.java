package org.facies.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.calibration.CalibrationEvaluation;
import org.facies.calibration.ClassCalibration;
import org.facies.conformal.ConformalEvaluation;
import org.facies.conformal.SetFigures;
import org.facies.metric.ClassCurves;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.ModelEvaluation;
import org.facies.novelty.NoveltyEvaluation;
import org.facies.schema.RetiredKeys;
import org.facies.subgroup.ColumnFigures;
import org.facies.subgroup.SubgroupEvaluation;
import org.facies.uncertainty.Abstention;
import org.facies.uncertainty.ClassSensitivity;
import org.facies.uncertainty.ModelUncertainty;
import org.facies.uncertainty.NetBenefitCurve;
import org.facies.uncertainty.PhotoAgreement;
import org.facies.uncertainty.Screening;
import org.facies.uncertainty.SyndromeIdentification;

/**
 * One model of {@code metrics.json}. What is fitted on other folds is empty where there is a single fold and no other
 * cohort to fit it on.
 *
 * @param curves by class, in class order; over subjects
 * @param calibration fitted on other folds
 * @param conformal prediction sets, calibrated on other folds
 * @param abstention with thresholds chosen on other folds
 * @param screening any syndrome against none; empty where there is no unaffected class
 * @param naming which syndrome; empty where there is no unaffected class, or a single other one
 * @param novelty unknown faces; empty where no distances are known
 * @param subgroups by column; empty where no column is known
 * @param sensitivity of each class but the unaffected one, at thresholds that hold a specificity on other folds
 * @param netBenefit of acting on any syndrome, at each prevalence; empty where there is no unaffected class
 * @param classCalibration slope and intercept of each class, in class order; empty in files of earlier versions
 * @param photoAgreement of the photos of one subject; empty in files of earlier versions
 */
@RetiredKeys("label_permutation")
public record ModelResult(
        LevelEvaluation subject,
        LevelEvaluation photo,
        Map<String, ClassCurves> curves,
        Optional<CalibrationEvaluation> calibration,
        Optional<List<SetFigures>> conformal,
        Optional<Abstention> abstention,
        Optional<Screening> screening,
        Optional<SyndromeIdentification> naming,
        Optional<NoveltyEvaluation> novelty,
        Optional<List<ColumnFigures>> subgroups,
        Optional<Map<String, ClassSensitivity>> sensitivity,
        Optional<List<NetBenefitCurve>> netBenefit,
        Optional<Map<String, ClassCalibration>> classCalibration,
        Optional<PhotoAgreement> photoAgreement) {

    public ModelResult {
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
        conformal = conformal.map(List::copyOf);
        subgroups = subgroups.map(List::copyOf);
        sensitivity = sensitivity.map(ModelResult::ordered);
        netBenefit = netBenefit.map(List::copyOf);
        classCalibration = classCalibration.map(ModelResult::ordered);
    }

    /** @param uncertainty empty where it was not evaluated */
    static ModelResult of(ModelEvaluation evaluation, Optional<ModelUncertainty> uncertainty) {
        Optional<ModelUncertainty.OutOfFold> outOfFold = uncertainty.flatMap(ModelUncertainty::outOfFold);
        return new ModelResult(
                evaluation.subject(),
                evaluation.photo(),
                evaluation.curves(),
                outOfFold.map(ModelUncertainty.OutOfFold::calibration),
                outOfFold.map(ModelUncertainty.OutOfFold::conformal).map(ConformalEvaluation::sets),
                outOfFold.map(ModelUncertainty.OutOfFold::abstention),
                outOfFold.flatMap(ModelUncertainty.OutOfFold::screening),
                outOfFold.flatMap(ModelUncertainty.OutOfFold::naming),
                outOfFold.flatMap(ModelUncertainty.OutOfFold::novelty),
                uncertainty.flatMap(ModelUncertainty::subgroups).map(SubgroupEvaluation::columns),
                outOfFold.map(ModelUncertainty.OutOfFold::sensitivity),
                outOfFold.flatMap(ModelUncertainty.OutOfFold::netBenefit),
                uncertainty.map(ModelUncertainty::classCalibration),
                uncertainty.map(ModelUncertainty::photos));
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public LevelEvaluation at(Level level) {
        return switch (level) {
            case SUBJECT -> subject;
            case PHOTO -> photo;
        };
    }
}

package org.facies.study;

import java.util.List;
import org.facies.fold.FoldUnit;
import org.facies.uncertainty.ScreeningSettings;

/**
 * Everything a study was asked to do, with every default written out: what {@code study.yaml} says.
 *
 * @param name for the report's title
 * @param cohort the manifest, as written in the file; relative to the study file
 * @param faces which photos are refused
 * @param folds how the cohort is divided; the same for every model
 * @param models at least one, names unique
 * @param evaluation how metrics get their intervals
 * @param subgroups by what results are broken down
 * @param screening how "any syndrome against none" is judged
 */
public record StudySettings(
        String name,
        String cohort,
        Faces faces,
        Folds folds,
        List<Model> models,
        EvaluationKeys evaluation,
        Subgroups subgroups,
        ScreeningSettings screening) {

    public StudySettings {
        models = List.copyOf(models);
    }

    StudySettings withModels(List<Model> otherModels) {
        return new StudySettings(name, cohort, faces, folds, otherModels, evaluation, subgroups, screening);
    }

    /**
     * Names, units and ranges are those of {@link org.facies.align.FaceThresholds}.
     *
     * @param refuse findings that exclude a photo; the others are only noted
     */
    public record Faces(
            List<String> refuse,
            double minScore,
            double minEyeDistancePx,
            double minSharpness,
            double maxYawDegrees,
            double maxPitchDegrees,
            double maxRollDegrees) {
        public Faces {
            refuse = List.copyOf(refuse);
        }
    }

    /**
     * The division into training and test.
     *
     * @param k number of folds, at least 2
     * @param unit what a fold never splits
     * @param seed of the division
     */
    public record Folds(int k, FoldUnit unit, long seed) {}

    /**
     * One arm of the study.
     *
     * @param name unique, used as a folder name
     * @param backbone a model of the zoo by id, or a network that Facies builds
     * @param pretrained which weights training starts from
     * @param loss cosface, arcface or softmax
     * @param scale s of the loss, above 0
     * @param margin m of the loss; not used by softmax
     * @param training resolved for this model
     */
    public record Model(
            String name,
            String backbone,
            Pretrained pretrained,
            LossKind loss,
            double scale,
            double margin,
            TrainingKeys training) {

        Model with(TrainingKeys otherTraining) {
            return new Model(name, backbone, pretrained, loss, scale, margin, otherTraining);
        }
    }

    /** Heads there are. */
    public enum LossKind {
        COSFACE,
        ARCFACE,
        SOFTMAX
    }

    /**
     * How metrics get their intervals.
     *
     * @param bootstrap number of resamples
     * @param seed of the bootstrap
     */
    public record EvaluationKeys(int bootstrap, long seed) {}

    /**
     * By what results are broken down.
     *
     * @param columns of the manifest; none: those of age, sex, ancestry and site that it has
     * @param minSubjects figures of fewer are hidden, at least 1
     */
    public record Subgroups(List<String> columns, int minSubjects) {
        public Subgroups {
            columns = List.copyOf(columns);
        }
    }
}

package org.facies.result.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.facies.fold.FoldUnit;
import org.facies.schema.OmitEmpty;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import org.facies.uncertainty.ScreeningSettings;

/**
 * Everything a study was asked to do, with every default written out: what {@code study.yaml} says.
 *
 * @param name for the report's title
 * @param cohort the manifest, as written in the file; relative to the study file
 * @param faces which photos are refused
 * @param folds how the cohort is divided; the same for every model
 * @param models at least one, names unique
 * @param choice how one of a model's candidates is chosen, for models that have some
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
        ModelSelection choice,
        EvaluationKeys evaluation,
        Subgroups subgroups,
        ScreeningSettings screening) {
    /** How the settings stand in a file. */
    public static final RecordFormat<StudySettings> FORMAT = RecordFormat.of(StudySettings.class, Undefined.REFUSED);

    public StudySettings {
        models = List.copyOf(models);
    }

    /** The same with other models. */
    public StudySettings withModels(List<Model> otherModels) {
        return new StudySettings(name, cohort, faces, folds, otherModels, choice, evaluation, subgroups, screening);
    }

    /**
     * Names, units and ranges are those of the thresholds that faces are judged by.
     *
     * @param choose which of several faces is taken: {@code largest}, {@code central} or its number from left to
     *     right; runs that were begun when nothing else could be chosen do not say it
     * @param refuse findings that exclude a photo; the others are only noted
     */
    public record Faces(
            @OmitEmpty String choose,
            List<String> refuse,
            double minScore,
            double minEyeDistancePx,
            double minSharpness,
            double maxYawDegrees,
            double maxPitchDegrees,
            double maxRollDegrees) {
        /** The choice of a study that states none. */
        public static final String LARGEST = "largest";

        public Faces {
            choose = choose.isEmpty() ? LARGEST : choose;
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
    public record Folds(int k, FoldUnit unit, long seed) {

        /** Whether photos of one subject may be in several folds. */
        public boolean splitsSubjects() {
            return unit == FoldUnit.PHOTO;
        }
    }

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
     * @param candidates settings that one is chosen of inside each training part, in place of those above; empty where
     *     nothing is tuned
     */
    public record Model(
            String name,
            String backbone,
            Pretrained pretrained,
            LossKind loss,
            double scale,
            double margin,
            TrainingSection training,
            List<Candidate> candidates) {
        /** How a model stands in a file. */
        public static final RecordFormat<Model> FORMAT = RecordFormat.of(Model.class, Undefined.REFUSED);

        public Model {
            candidates = List.copyOf(candidates);
        }

        /** The same, trained otherwise. */
        public Model with(TrainingSection otherTraining) {
            return new Model(name, backbone, pretrained, loss, scale, margin, otherTraining, candidates);
        }
    }

    /** Heads there are. */
    public enum LossKind {
        COSFACE,
        ARCFACE,
        SOFTMAX
    }

    /**
     * How one of a model's candidates is chosen: each is trained on a part of the training subjects and scored on the
     * rest of them; the fold's test subjects take no part.
     *
     * @param metric of the held-out training subjects
     * @param innerFolds parts that the training subjects are divided into, at least 2
     * @param holdOut which of them are held out
     * @param rule which candidate the scores choose
     * @param seed of the division, and of the resamples behind standard errors
     */
    public record ModelSelection(SelectionMetric metric, int innerFolds, HoldOut holdOut, Rule rule, long seed) {

        /** Trainings of one candidate in one fold. */
        public int splits() {
            return holdOut == HoldOut.EVERY_FOLD ? innerFolds : 1;
        }
    }

    /** Which inner folds are held out. */
    public enum HoldOut {
        /** Each in turn: every training subject is predicted once. */
        @JsonProperty("every-fold")
        EVERY_FOLD,
        /** The first only: one training for each candidate. */
        @JsonProperty("one-fold")
        ONE_FOLD
    }

    /** Which candidate the scores choose. */
    public enum Rule {
        /** That with the best score; the first of equals. */
        @JsonProperty("best")
        BEST,
        /** The first in the list whose score is within one standard error of the best (Breiman et al. 1984). */
        @JsonProperty("one-standard-error")
        ONE_STANDARD_ERROR
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

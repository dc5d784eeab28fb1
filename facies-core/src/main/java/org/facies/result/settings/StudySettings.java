package org.facies.result.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.fold.FoldUnit;
import org.facies.run.Repeat;
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
 * @param ensembles of models, evaluated like models
 * @param repeats of the whole cross-validation; empty where it is done once
 * @param comparison what the models may differ in; empty where that is left to the user
 * @param factors by name, the groups of models at each of its levels; empty to find them from the models
 * @param contrasts that are planned in addition to those of the factors
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
        ScreeningSettings screening,
        @OmitEmpty List<Ensemble> ensembles,
        Optional<Repeats> repeats,
        Optional<Comparison> comparison,
        @OmitEmpty Map<String, Map<String, List<String>>> factors,
        @OmitEmpty List<PlannedContrast> contrasts) {
    /** How the settings are written and read. */
    public static final RecordFormat<StudySettings> FORMAT = RecordFormat.of(StudySettings.class, Undefined.REFUSED);

    public StudySettings {
        models = List.copyOf(models);
        ensembles = List.copyOf(ensembles);
        factors = inOrder(factors);
        contrasts = List.copyOf(contrasts);
    }

    private static Map<String, Map<String, List<String>>> inOrder(Map<String, Map<String, List<String>>> factors) {
        Map<String, Map<String, List<String>>> copy = new LinkedHashMap<>();
        factors.forEach((factor, levels) -> {
            Map<String, List<String>> own = new LinkedHashMap<>();
            levels.forEach((level, names) -> own.put(level, List.copyOf(names)));
            copy.put(factor, Collections.unmodifiableMap(own));
        });
        return Collections.unmodifiableMap(copy);
    }

    /** The same with other models. */
    public StudySettings withModels(List<Model> otherModels) {
        return new StudySettings(
                name,
                cohort,
                faces,
                folds,
                otherModels,
                choice,
                evaluation,
                subgroups,
                screening,
                ensembles,
                repeats,
                comparison,
                factors,
                contrasts);
    }

    /** The same with a single one of its models, and nothing that compares it with others. */
    public StudySettings only(Model model) {
        return new StudySettings(
                name,
                cohort,
                faces,
                folds,
                List.of(model),
                choice,
                evaluation,
                subgroups,
                screening,
                List.of(),
                repeats,
                comparison,
                Map.of(),
                List.of());
    }

    /** Repetitions of the cross-validation: one for each division and seed, and the division by photo, if wanted. */
    public List<Repeat> rounds() {
        Repeats times = repeats.orElse(Repeats.ONCE);
        Stream<Repeat> own = IntStream.range(0, times.divisions())
                .boxed()
                .flatMap(division -> IntStream.range(0, times.seeds()).mapToObj(seed -> new Repeat(division, seed)));
        Stream<Repeat> byPhoto = folds.showsDifference() ? Stream.of(Repeat.BY_PHOTO) : Stream.empty();
        return Stream.concat(own, byPhoto).toList();
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
        /** The choice of a study file without this key. */
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
     * @param seed of the first division; the next has the next seed
     */
    public record Folds(int k, SplitUnit unit, long seed) {

        /** Whether photos of one subject may be in several folds of the division that results are reported for. */
        public boolean splitsSubjects() {
            return primary() == FoldUnit.PHOTO;
        }

        /** The unit of the division that results are reported for. */
        public FoldUnit primary() {
            return unit == SplitUnit.PHOTO ? FoldUnit.PHOTO : FoldUnit.SUBJECT;
        }

        /** Whether the models are also trained on a division by photo, to show the difference. */
        public boolean showsDifference() {
            return unit == SplitUnit.BOTH;
        }
    }

    /** What a fold never splits. */
    public enum SplitUnit {
        /** All photos of a subject are in one fold. */
        SUBJECT,
        /** Photos of one subject may be in several folds. */
        PHOTO,
        /** By subject; and once more by photo, for the difference. */
        BOTH
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
     * @param decision what is done to the probabilities; empty where they stay as they are
     */
    public record Model(
            String name,
            String backbone,
            Pretrained pretrained,
            LossKind loss,
            double scale,
            double margin,
            TrainingSection training,
            List<Candidate> candidates,
            Optional<DecisionKeys> decision) {
        /** How a model is written and read. */
        public static final RecordFormat<Model> FORMAT = RecordFormat.of(Model.class, Undefined.REFUSED);

        public Model {
            candidates = List.copyOf(candidates);
        }

        /** The same with another training. */
        public Model with(TrainingSection otherTraining) {
            return new Model(name, backbone, pretrained, loss, scale, margin, otherTraining, candidates, decision);
        }

        /** The same with its probabilities as they are trained. */
        public Model withoutDecision() {
            return new Model(name, backbone, pretrained, loss, scale, margin, training, candidates, Optional.empty());
        }

        /** Whether the backbone stays as it is, and only a linear discriminant is fitted on its embeddings. */
        public boolean isFrozen() {
            return training.epochs() == 0;
        }

        /** The exponent of {@link DecisionKeys}, 0 where it is not set. */
        public double priorExponent() {
            return decision.map(DecisionKeys::priorExponent).orElse(0.0);
        }
    }

    /**
     * What is done to the probabilities of a model.
     *
     * @param priorExponent e, from 0 to 1: each class's probability is divided by its prior in the training to the
     *     power of e, so that 0 leaves it as trained and 1 takes the priors out (Saerens et al. 2002)
     */
    public record DecisionKeys(double priorExponent) {}

    /** Losses of the classifier head. */
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
     * @param margin within which two models count as equivalent, in the unit of accuracy, from 0 to 1; empty where
     *     equivalence is not tested
     */
    public record EvaluationKeys(int bootstrap, long seed, Optional<Double> margin) {}

    /**
     * By what results are broken down.
     *
     * @param columns of the manifest; none: those of age, sex, ancestry and site that it has
     * @param minSubjects metrics of fewer subjects are hidden, at least 1
     */
    public record Subgroups(List<String> columns, int minSubjects) {
        public Subgroups {
            columns = List.copyOf(columns);
        }
    }
}

package org.facies.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.statistic.ParallelRange;

/**
 * How good the models of a prediction table are. Every value can be computed again from {@code predictions.csv}.
 *
 * @param classes in the order of confusion matrices
 * @param settings how intervals were made
 * @param baseline metrics of always answering with the majority class
 * @param models by name, in the table's order
 * @param tests between the models
 */
public record Evaluation(
        List<String> classes,
        EvaluationSettings settings,
        Map<Level, Baseline> baseline,
        Map<String, ModelEvaluation> models,
        ModelComparisons tests) {
    public Evaluation {
        classes = List.copyOf(classes);
        baseline = Collections.unmodifiableMap(new EnumMap<>(baseline));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /**
     * Evaluates every model on one thread.
     *
     * @throws BadInput if the models were not tested on the same photos
     */
    public static Evaluation of(PredictionTable table, EvaluationSettings settings) {
        return of(table, settings, 1);
    }

    /**
     * Evaluates every model.
     *
     * @param threads at least 1; the result does not depend on it
     * @throws BadInput if the models were not tested on the same photos
     */
    public static Evaluation of(PredictionTable table, EvaluationSettings settings, int threads) {
        requireSamePhotos(table);
        Map<Level, Baseline> baseline = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            baseline.put(level, Baseline.of(table, level));
        }
        SharedResamples resamples = new SharedResamples(settings, threads);
        Map<String, ModelEvaluation> models =
                ParallelRange.byKey(table.models(), threads, model -> evaluate(table, model, resamples));
        return new Evaluation(table.classes(), settings, baseline, models, ModelComparisons.of(table));
    }

    /** Evaluates one model of the table at one level. */
    public static LevelEvaluation at(Level level, PredictionTable table, String model, EvaluationSettings settings) {
        return at(level, table, model, FigureSet.ALL, new SharedResamples(settings, 1));
    }

    /**
     * Makes some metrics of one model of the table at one level.
     *
     * @param figures all others are absent
     * @param resamples shared with other models and levels of the same subjects
     */
    public static LevelEvaluation at(
            Level level, PredictionTable table, String model, FigureSet figures, SharedResamples resamples) {
        return new LevelEvaluator(level, table.classes(), table.of(model), resamples, figures).evaluate();
    }

    /**
     * Evaluates the answers of a reader who may answer "cannot say". Such a case counts as incorrect and as an answer
     * of no class.
     *
     * @param unanswered ids of these cases
     * @param resamples shared with others of the same subjects
     */
    public static LevelEvaluation ofAnswers(
            Level level, PredictionTable table, String who, Set<String> unanswered, SharedResamples resamples) {
        return new LevelEvaluator(level, table.classes(), table.of(who), unanswered, resamples, FigureSet.ANSWERS)
                .evaluate();
    }

    private static ModelEvaluation evaluate(PredictionTable table, String model, SharedResamples resamples) {
        List<String> classes = table.classes();
        List<Prediction> predictions = table.of(model);
        List<Case> subjects = Case.of(Level.SUBJECT, predictions, classes).stream()
                .sorted(Comparator.comparing(Case::id))
                .toList();
        Map<String, ClassCurves> curves = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            curves.put(classes.get(c), ClassCurves.of(subjects, c));
        }
        return new ModelEvaluation(
                at(Level.SUBJECT, table, model, FigureSet.ALL, resamples),
                at(Level.PHOTO, table, model, FigureSet.ALL, resamples),
                curves);
    }

    /**
     * Requires that all models were tested on the same photos.
     *
     * @throws BadInput if they were not, or if there is no prediction
     */
    public static void requireSamePhotos(PredictionTable table) {
        if (table.predictions().isEmpty()) {
            throw new BadInput("predictions", "", "are empty", "Give at least one prediction.");
        }
        List<String> models = table.models();
        Set<String> expected = photos(table, models.get(0));
        List<Problem> problems = new ArrayList<>();
        for (String model : models.subList(1, models.size())) {
            Set<String> own = photos(table, model);
            problems.addAll(absent(models.get(0), model, expected, own));
            problems.addAll(absent(model, models.get(0), own, expected));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static Set<String> photos(PredictionTable table, String model) {
        return table.of(model).stream().map(Prediction::photo).collect(Collectors.toSet());
    }

    private static List<Problem> absent(String has, String lacks, Set<String> photos, Set<String> own) {
        List<String> absent =
                photos.stream().filter(photo -> !own.contains(photo)).sorted().toList();
        if (absent.isEmpty()) {
            return List.of();
        }
        return List.of(new Problem(
                "predictions of model " + lacks,
                absent.get(0),
                "is missing, one of " + absent.size() + " photos that model " + has + " was tested on",
                "Compare models on the same photos only."));
    }
}

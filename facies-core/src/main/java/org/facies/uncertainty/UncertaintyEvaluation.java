package org.facies.uncertainty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.facies.calibration.ClassCalibration;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;
import org.facies.novelty.NoveltyTable;
import org.facies.statistic.ParallelRange;
import org.facies.subgroup.SubgroupColumn;
import org.facies.subgroup.SubgroupEvaluation;

/**
 * Calibration, prediction sets, abstention, screening, unknown faces and subgroups of every model: what {@code
 * metrics.json} holds in addition to the metrics of {@link org.facies.metric.Evaluation}. Everything that is fitted or
 * chosen is fitted and chosen without the fold, or the cohort, that it is used on.
 *
 * @param models by name
 */
public record UncertaintyEvaluation(Map<String, ModelUncertainty> models) {

    public UncertaintyEvaluation {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** Evaluates every model of a table on one thread. */
    public static UncertaintyEvaluation of(
            PredictionTable table, List<SubgroupColumn> columns, NoveltyTable novelty, UncertaintySettings settings) {
        return of(table, columns, novelty, settings, 1);
    }

    /**
     * Evaluates every model of a table.
     *
     * @param columns of the manifest, by which subjects are grouped; may be empty
     * @param novelty distances of held-out photos; may be empty, or lack a model
     * @param threads at least 1; the result does not depend on it
     */
    public static UncertaintyEvaluation of(
            PredictionTable table,
            List<SubgroupColumn> columns,
            NoveltyTable novelty,
            UncertaintySettings settings,
            int threads) {
        Map<String, HeldOutSubjects> subjects = new LinkedHashMap<>();
        table.models().forEach(model -> subjects.put(model, HeldOutSubjects.of(table, model)));
        return of(table, subjects, columns, novelty, settings, threads);
    }

    /**
     * Evaluates every model on another cohort: scaling, sets and thresholds are fitted on the run's own subjects, out
     * of fold, and nothing is fitted on the cohort that it is judged on.
     *
     * @param table of the other cohort, with the run's classes
     * @param run out-of-fold predictions of the same models
     * @param columns of the other cohort's manifest; may be empty
     * @param threads at least 1; the result does not depend on it
     */
    public static UncertaintyEvaluation elsewhere(
            PredictionTable table,
            PredictionTable run,
            List<SubgroupColumn> columns,
            UncertaintySettings settings,
            int threads) {
        Map<String, HeldOutSubjects> subjects = new LinkedHashMap<>();
        table.models()
                .forEach(model ->
                        subjects.put(model, HeldOutSubjects.of(table, model).fittedOn(HeldOutSubjects.of(run, model))));
        return of(table, subjects, columns, new NoveltyTable(List.of()), settings, threads);
    }

    private static UncertaintyEvaluation of(
            PredictionTable table,
            Map<String, HeldOutSubjects> subjects,
            List<SubgroupColumn> columns,
            NoveltyTable novelty,
            UncertaintySettings settings,
            int threads) {
        Supplier<Map<String, SubgroupEvaluation>> subgroups = () -> columns.isEmpty()
                ? Map.of()
                : SubgroupEvaluation.of(
                        subjects,
                        settings.primary()
                                .orElseGet(() -> subjects.keySet().iterator().next()),
                        columns,
                        settings.fewestSubjects(),
                        settings.intervals(),
                        threads);
        SharedResamples resamples = new SharedResamples(settings.intervals(), threads);
        return ParallelRange.both(
                threads,
                subgroups,
                () -> outOfFold(subjects, novelty, settings, threads, resamples),
                (byModel, outOfFold) -> {
                    Map<String, ModelUncertainty> models = new LinkedHashMap<>();
                    subjects.forEach((model, own) -> models.put(
                            model,
                            new ModelUncertainty(
                                    Optional.ofNullable(outOfFold.get(model)),
                                    Optional.ofNullable(byModel.get(model)),
                                    ClassCalibration.of(own),
                                    PhotoAgreement.of(
                                            JudgedCase.of(table, model, Level.PHOTO), own, resamples.of(own)))));
                    return new UncertaintyEvaluation(models);
                });
    }

    /** Of the models whose subjects have a fitting set. */
    private static Map<String, ModelUncertainty.OutOfFold> outOfFold(
            Map<String, HeldOutSubjects> subjects,
            NoveltyTable novelty,
            UncertaintySettings settings,
            int threads,
            SharedResamples resamples) {
        List<String> names = subjects.keySet().stream()
                .filter(model -> subjects.get(model).hasFittingSet())
                .toList();
        return ParallelRange.byKey(
                names,
                threads,
                model -> ModelUncertainty.OutOfFold.of(
                        subjects.get(model), novelty.bySubject(model), settings, resamples));
    }
}

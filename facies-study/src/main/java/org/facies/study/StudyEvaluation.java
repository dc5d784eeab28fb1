package org.facies.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.facies.cohort.NamedClass;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.RepeatEvaluation;
import org.facies.contrast.SplitEvaluation;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.result.ContrastPlan;
import org.facies.result.MetricsFile;
import org.facies.result.StudyComparisons;
import org.facies.result.settings.StudySettings;
import org.facies.run.Repeat;
import org.facies.run.RunDirectory;
import org.facies.statistic.ParallelRange;

/** Computes {@code predictions.csv} and {@code metrics.json} from the predictions of all trials. */
final class StudyEvaluation {
    private final StudySettings settings;
    private final RunDirectory run;
    private final TrainingWorkspace machine;

    /** @param run run with the predictions of every trial */
    StudyEvaluation(StudySettings settings, RunDirectory run, TrainingWorkspace machine) {
        this.settings = settings;
        this.run = run;
        this.machine = machine;
    }

    /** Pools the predictions of all trials, evaluates them, writes both and returns the evaluation. */
    Evaluation write(RunUncertainty uncertainty, List<NamedClass> names) {
        machine.progress().say("Evaluating.");
        PredictionTable all = pooled(repeat -> !repeat.byPhoto());
        all.write(run.predictions());
        Optional<PredictionTable> byPhoto =
                settings.folds().showsDifference() ? Optional.of(pooled(Repeat::byPhoto)) : Optional.empty();
        byPhoto.ifPresent(table -> table.write(run.predictionsByPhoto()));
        PredictionTable pooled = all.first();
        StudySettings.EvaluationKeys keys = settings.evaluation();
        EvaluationSettings intervals = new EvaluationSettings(keys.bootstrap(), keys.seed());
        Evaluation evaluation = ParallelRange.both(
                machine.threads(),
                () -> Evaluation.of(pooled, intervals, machine.threads()),
                () -> uncertainty.of(pooled, machine.threads()),
                (figures, trust) -> {
                    MetricsFile.of(figures, trust)
                            .withNames(names)
                            .with(comparisons(figures, all, byPhoto, intervals))
                            .write(run.metrics());
                    return figures;
                });
        new RunReaders(run, intervals, machine.threads()).refresh(pooled);
        return evaluation;
    }

    private StudyComparisons comparisons(
            Evaluation first, PredictionTable all, Optional<PredictionTable> byPhoto, EvaluationSettings intervals) {
        List<Contrast> planned = ContrastPlan.of(settings);
        int threads = machine.threads();
        return new StudyComparisons(
                planned.isEmpty() ? Optional.empty() : Optional.of(ContrastEvaluation.of(all, planned, threads)),
                settings.repeats().map(times -> RepeatEvaluation.of(all, times.divisions(), times.seeds(), threads)),
                byPhoto.map(table -> SplitEvaluation.of(first, all.first(), table, intervals, threads)));
    }

    /** The predictions of all trials of the given repetitions, and of the ensembles. */
    private PredictionTable pooled(Predicate<Repeat> wanted) {
        List<PredictionTable> tables = new ArrayList<>();
        for (Repeat repeat : settings.rounds().stream().filter(wanted).toList()) {
            for (StudySettings.Model model : settings.models()) {
                for (int fold = 0; fold < settings.folds().k(); fold++) {
                    tables.add(PredictionTable.read(RunDirectory.predictionsIn(run.trial(model.name(), repeat, fold))));
                }
            }
        }
        PredictionTable models = PredictionTable.pooled(tables);
        List<PredictionTable> ensembles = settings.ensembles().stream()
                .map(ensemble -> models.meanOfLogarithms(ensemble.ensemble(), ensemble.name()))
                .toList();
        return PredictionTable.pooled(
                Stream.concat(Stream.of(models), ensembles.stream()).toList());
    }
}

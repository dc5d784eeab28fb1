package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.fold.FoldPlan;
import org.facies.result.SelectionTable;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;

/** All trainings of a study, one at a time: every model on every fold, its candidates inside the fold first. */
final class StudyTraining {
    private final StudyPlan plan;
    private final AlignedCohort aligned;
    private final FoldPlan folds;
    private final RunDirectory run;
    private final TrainingWorkspace machine;
    private final StudyClock clock;
    private final FrozenActivations frozen;
    private final RunLog log;
    private int number;

    StudyTraining(
            StudyPlan plan,
            AlignedCohort aligned,
            FoldPlan folds,
            RunDirectory run,
            TrainingWorkspace machine,
            StudyClock clock) {
        this.plan = plan;
        this.aligned = aligned;
        this.folds = folds;
        this.run = run;
        this.machine = machine;
        this.clock = clock;
        this.frozen = ModelTrials.activations(aligned, run, machine);
        this.log = new RunLog(run, machine.workspace().clock());
    }

    /** Does what is left to do. */
    void run() {
        List<SelectionTable> selections = new ArrayList<>();
        for (PlannedModel model : plan.models()) {
            List<ModelTrials> configurations = model.configurations().stream()
                    .map(one -> new ModelTrials(one, model.backbone(), aligned, frozen, machine))
                    .toList();
            for (int fold = 0; fold < folds.k(); fold++) {
                Split split = Split.of(folds, aligned.cohort(), fold);
                int configuration = 0;
                if (model.isTuned()) {
                    SelectionTable selection = selection(model, configurations, split);
                    selections.add(selection);
                    configuration = selection.chosen();
                }
                train(
                        configurations.get(configuration),
                        split,
                        run.trial(model.name(), fold),
                        TrialUnit.Output.NOVELTY_TOO,
                        outer(model, split));
            }
        }
        if (!selections.isEmpty()) {
            SelectionTable.pooled(selections).write(run.choices());
        }
    }

    private SelectionTable selection(PlannedModel model, List<ModelTrials> configurations, Split split) {
        int fold = split.fold();
        Path known = run.trialChoice(model.name(), fold);
        if (Files.exists(known)) {
            number += model.trainingsPerFold(plan.selection()) - 1;
            for (int candidate = 0; candidate < configurations.size(); candidate++) {
                clock.skip(
                        model.name(),
                        plan.selection().splits()
                                * inner(model, candidate, split).passes());
            }
            return SelectionTable.read(known);
        }
        SelectionTable selection = new InnerSelection(model, plan.selection(), run)
                .choose(
                        fold,
                        split.training(),
                        (candidate, part, folder) -> train(
                                configurations.get(candidate),
                                part,
                                folder,
                                TrialUnit.Output.PREDICTIONS,
                                inner(model, candidate, split).inside(candidate, part.fold())));
        machine.progress()
                .say(title(model, fold) + ": " + model.words(selection.chosen()) + " was chosen inside the fold.");
        return selection;
    }

    /** What the progress display, the clock and the log need to know of a training. */
    private record Effort(String model, String title, double passes, RunLog.Place place) {

        /** The same model and fold, for a candidate on an inner fold. */
        Effort inside(int candidate, int innerFold) {
            return new Effort(
                    model,
                    title + ", candidate " + (candidate + 1) + ", inner fold " + innerFold,
                    passes,
                    place.inside(candidate + 1, innerFold));
        }
    }

    private static String title(PlannedModel model, int fold) {
        return model.name() + " fold " + fold;
    }

    private Effort outer(PlannedModel model, Split split) {
        int photos = split.training().photos().size();
        return effort(model, split.fold(), model.outerPasses(photos));
    }

    private Effort inner(PlannedModel model, int candidate, Split split) {
        int photos = split.training().photos().size();
        return effort(model, split.fold(), model.innerPasses(plan.selection(), candidate, photos));
    }

    private Effort effort(PlannedModel model, int fold, double passes) {
        RunLog.Place place = new RunLog.Place(plan.models().indexOf(model) + 1, fold, Optional.empty());
        return new Effort(model.name(), title(model, fold), passes, place);
    }

    private void train(ModelTrials trial, Split split, Path folder, TrialUnit.Output output, Effort effort) {
        number++;
        RunLog.Training training = new RunLog.Training(number, plan.trainings(), effort.place());
        if (Files.exists(RunDirectory.predictionsIn(folder))) {
            clock.skip(effort.model(), effort.passes());
            log.kept(training);
            return;
        }
        RunLog.Span span = log.begin(training, RunLog.Start.of(RunDirectory.checkpointIn(folder)));
        String title = number + "/" + plan.trainings() + " " + effort.title();
        try (TrialProgress progress =
                new TrialProgress(title, machine.progress(), clock, clock.begin(effort.model(), effort.passes()))) {
            trial.run(split, folder, output, progress);
        }
        span.done();
    }
}

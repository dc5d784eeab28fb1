package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.result.SelectionTable;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;

/** All trainings of a study, one at a time: every model on every fold, its candidates inside the fold first. */
final class StudyTraining {
    private final StudyPlan plan;
    private final AlignedCohort aligned;
    private final RunDirectory run;
    private final TrainingWorkspace machine;
    private final StudyClock clock;
    private final FrozenActivations frozen;
    private final RunLog log;
    private int number;

    StudyTraining(
            StudyPlan plan, AlignedCohort aligned, RunDirectory run, TrainingWorkspace machine, StudyClock clock) {
        this.plan = plan;
        this.aligned = aligned;
        this.run = run;
        this.machine = machine;
        this.clock = clock;
        this.frozen = ModelTrials.activations(aligned, run, machine);
        this.log = new RunLog(run, machine.workspace().clock());
    }

    /** Runs the remaining trainings. */
    void run() {
        List<SelectionTable> selections = new ArrayList<>();
        for (Round round : plan.rounds()) {
            for (PlannedModel model : plan.models()) {
                List<SelectionTable> own = run(round, model);
                if (round.isFirst()) {
                    selections.addAll(own);
                }
            }
        }
        if (!selections.isEmpty()) {
            SelectionTable.pooled(selections).write(run.choices());
        }
    }

    /** @return the chosen candidate of each fold; empty if nothing is tuned */
    private List<SelectionTable> run(Round round, PlannedModel model) {
        List<SelectionTable> selections = new ArrayList<>();
        List<ModelTrials> configurations = model.configurations().stream()
                .map(one -> new ModelTrials(one, model.backbone(), aligned, frozen, machine).in(round.repeat()))
                .toList();
        for (int fold = 0; fold < round.folds().k(); fold++) {
            Split split = Split.of(round.folds(), aligned.cohort(), fold);
            int configuration = 0;
            if (model.isTuned()) {
                SelectionTable selection = selection(model, configurations, round, split);
                selections.add(selection);
                configuration = selection.chosen();
            }
            train(
                    configurations.get(configuration),
                    split,
                    round.trial(run, model.name(), fold),
                    TrialUnit.Output.NOVELTY_TOO,
                    outer(model, round, split));
        }
        return selections;
    }

    private SelectionTable selection(PlannedModel model, List<ModelTrials> configurations, Round round, Split split) {
        int fold = split.fold();
        Path trial = round.trial(run, model.name(), fold);
        Path known = RunDirectory.choiceIn(trial);
        if (Files.exists(known)) {
            number += model.trainingsPerFold(plan.selection()) - 1;
            for (int candidate = 0; candidate < configurations.size(); candidate++) {
                clock.skip(
                        model.name(),
                        plan.selection().splits()
                                * inner(model, candidate, round, split).passes());
            }
            return SelectionTable.read(known);
        }
        SelectionTable selection = new InnerSelection(model, plan.selection())
                .choose(
                        fold,
                        trial,
                        split.training(),
                        (candidate, part, folder) -> train(
                                configurations.get(candidate),
                                part,
                                folder,
                                TrialUnit.Output.PREDICTIONS,
                                inner(model, candidate, round, split).inside(candidate, part.fold())));
        machine.progress()
                .say(title(model, round, fold) + ": " + model.words(selection.chosen())
                        + " was chosen inside the fold.");
        return selection;
    }

    /** The description of a training for the progress display, the clock and the log. */
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

    private static String title(PlannedModel model, Round round, int fold) {
        return model.name() + " fold " + fold + round.repeat().words();
    }

    private Effort outer(PlannedModel model, Round round, Split split) {
        int photos = split.training().photos().size();
        return effort(model, round, split.fold(), model.outerPasses(photos));
    }

    private Effort inner(PlannedModel model, int candidate, Round round, Split split) {
        int photos = split.training().photos().size();
        return effort(model, round, split.fold(), model.innerPasses(plan.selection(), candidate, photos));
    }

    private Effort effort(PlannedModel model, Round round, int fold, double passes) {
        RunLog.Place place = new RunLog.Place(plan.models().indexOf(model) + 1, round.repeat(), fold, Optional.empty());
        return new Effort(model.name(), title(model, round, fold), passes, place);
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

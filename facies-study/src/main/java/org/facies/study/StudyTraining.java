package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.fold.FoldPlan;
import org.facies.run.RunDirectory;

/** All trainings of a study, one at a time: every model on every fold, its candidates inside the fold first. */
final class StudyTraining {
    private final StudyPlan plan;
    private final AlignedCohort aligned;
    private final FoldPlan folds;
    private final RunDirectory run;
    private final TrainingWorkspace machine;
    private final StudyClock clock;
    private final FrozenActivations frozen;
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
                                inner(model, candidate, split)
                                        .titled(title(model, fold) + ", candidate " + (candidate + 1) + ", inner fold "
                                                + part.fold())));
        machine.progress()
                .say(title(model, fold) + ": " + model.words(selection.chosen()) + " was chosen inside the fold.");
        return selection;
    }

    /** What the progress display and the clock need to know of a training. */
    private record Effort(String model, String title, double passes) {
        Effort titled(String other) {
            return new Effort(model, other, passes);
        }
    }

    private static String title(PlannedModel model, int fold) {
        return model.name() + " fold " + fold;
    }

    private Effort outer(PlannedModel model, Split split) {
        int photos = split.training().photos().size();
        return new Effort(model.name(), title(model, split.fold()), model.outerPasses(photos));
    }

    private Effort inner(PlannedModel model, int candidate, Split split) {
        int photos = split.training().photos().size();
        return new Effort(model.name(), "", model.innerPasses(plan.selection(), candidate, photos));
    }

    private void train(ModelTrials trial, Split split, Path folder, TrialUnit.Output output, Effort effort) {
        number++;
        if (Files.exists(RunDirectory.predictionsIn(folder))) {
            clock.skip(effort.model(), effort.passes());
            return;
        }
        String title = number + "/" + plan.trainings() + " " + effort.title();
        try (TrialProgress progress =
                new TrialProgress(title, machine.progress(), clock, clock.begin(effort.model(), effort.passes()))) {
            trial.run(split, folder, output, progress);
        }
    }
}

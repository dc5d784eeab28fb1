package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.fold.FoldPlan;
import org.facies.result.ChoiceTable;
import org.facies.run.RunDirectory;
import org.facies.study.TrialRunner.Division;
import org.facies.study.TrialRunner.Output;

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
        this.frozen = new FrozenActivations(run, machine);
    }

    /** Does what is left to do. */
    void run() {
        List<ChoiceTable> choices = new ArrayList<>();
        for (PlannedModel model : plan.models()) {
            List<TrialRunner> ways = model.ways().stream()
                    .map(way -> new TrialRunner(way, model.backbone(), aligned, frozen, machine))
                    .toList();
            for (int fold = 0; fold < folds.k(); fold++) {
                Division division = Division.of(folds, aligned.cohort(), fold);
                int way = 0;
                if (model.isTuned()) {
                    ChoiceTable choice = choice(model, ways, division);
                    choices.add(choice);
                    way = choice.chosen();
                }
                train(
                        ways.get(way),
                        division,
                        run.trial(model.name(), fold),
                        Output.NOVELTY_TOO,
                        outer(model, division));
            }
        }
        if (!choices.isEmpty()) {
            ChoiceTable.pooled(choices).write(run.choices());
        }
    }

    private ChoiceTable choice(PlannedModel model, List<TrialRunner> ways, Division division) {
        int fold = division.fold();
        Path known = run.trialChoice(model.name(), fold);
        if (Files.exists(known)) {
            number += model.trainingsPerFold(plan.choice()) - 1;
            for (int candidate = 0; candidate < ways.size(); candidate++) {
                clock.skip(
                        model.name(),
                        plan.choice().splits()
                                * inner(model, candidate, division).passes());
            }
            return ChoiceTable.read(known);
        }
        ChoiceTable choice = new InnerChoice(model, plan.choice(), run)
                .choose(
                        fold,
                        division.training(),
                        (candidate, part, folder) -> train(
                                ways.get(candidate),
                                part,
                                folder,
                                Output.PREDICTIONS,
                                inner(model, candidate, division)
                                        .titled(title(model, fold) + ", candidate " + (candidate + 1) + ", inner fold "
                                                + part.fold())));
        machine.progress()
                .say(title(model, fold) + ": " + model.words(choice.chosen()) + " was chosen inside the fold.");
        return choice;
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

    private Effort outer(PlannedModel model, Division division) {
        int photos = division.training().photos().size();
        return new Effort(model.name(), title(model, division.fold()), model.outerPasses(photos));
    }

    private Effort inner(PlannedModel model, int candidate, Division division) {
        int photos = division.training().photos().size();
        return new Effort(model.name(), "", model.innerPasses(plan.choice(), candidate, photos));
    }

    private void train(TrialRunner trial, Division division, Path folder, Output output, Effort effort) {
        number++;
        if (Files.exists(RunDirectory.predictionsIn(folder))) {
            clock.skip(effort.model(), effort.passes());
            return;
        }
        String title = number + "/" + plan.trainings() + " " + effort.title();
        try (TrialProgress progress =
                new TrialProgress(title, machine.progress(), clock, clock.begin(effort.model(), effort.passes()))) {
            trial.run(division, folder, output, progress);
        }
    }
}

package org.facies.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.cohort.Cohort;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.metric.SubjectFigure;
import org.facies.result.SelectionTable;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;

/**
 * Chooses one of a model's candidates inside a fold. It receives only the training subjects of the fold, so test
 * subjects cannot take part.
 */
final class InnerSelection {
    /** Resamples of subjects for a standard error. */
    private static final int RESAMPLES = 500;

    private final PlannedModel model;
    private final StudySettings.ModelSelection how;

    /** Trains one candidate on an inner split. */
    @FunctionalInterface
    interface Training {
        /**
         * Trains and predicts.
         *
         * @param folder of the training; has predictions afterwards
         */
        void run(int candidate, Split split, Path folder);
    }

    InnerSelection(PlannedModel model, StudySettings.ModelSelection how) {
        this.model = model;
        this.how = how;
    }

    /**
     * Trains and scores every candidate, and writes the result to {@code choice.csv}.
     *
     * @param trial folder of the fold's own training
     * @param training training part of the fold
     */
    SelectionTable choose(int fold, Path trial, Cohort training, Training trainer) {
        FoldPlan plan = FoldPlan.stratified(training, how.innerFolds(), FoldUnit.SUBJECT, how.seed() + fold);
        List<SubjectFigure> scores = new ArrayList<>();
        for (int candidate = 0; candidate < model.candidates().size(); candidate++) {
            List<PredictionTable> held = new ArrayList<>();
            for (int inner = 0; inner < how.splits(); inner++) {
                Path folder = RunDirectory.innerTrialIn(trial, candidate + 1, inner);
                if (model.trainedLike(candidate) < candidate) {
                    copyTraining(RunDirectory.innerTrialIn(trial, model.trainedLike(candidate) + 1, inner), folder);
                }
                trainer.run(candidate, Split.of(plan, training, inner), folder);
                held.add(PredictionTable.read(RunDirectory.predictionsIn(folder)));
                if (!model.servesLater(candidate)) {
                    keepResultsOnly(folder);
                }
            }
            scores.add(SubjectFigure.of(
                    PredictionTable.pooled(held),
                    how.metric().metric(),
                    new EvaluationSettings(RESAMPLES, how.seed())));
        }
        for (int candidate = 0; candidate < model.candidates().size(); candidate++) {
            for (int inner = 0; inner < how.splits(); inner++) {
                keepResultsOnly(RunDirectory.innerTrialIn(trial, candidate + 1, inner));
            }
        }
        SelectionTable selection = table(fold, scores);
        selection.write(RunDirectory.choiceIn(trial));
        return selection;
    }

    /** Candidates with the same training share it, as long as its files exist. */
    private static void copyTraining(Path from, Path folder) {
        for (Path file : List.of(RunDirectory.historyIn(from), RunDirectory.checkpointIn(from))) {
            Path copy = folder.resolve(file.getFileName());
            if (Files.exists(file) && !Files.exists(copy)) {
                AtomicFile.write(copy, out -> Files.copy(file, out));
            }
        }
    }

    private SelectionTable table(int fold, List<SubjectFigure> scores) {
        int chosen = new SelectionRule(how.metric(), how.rule()).chosen(scores);
        List<SelectionTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            SubjectFigure score = scores.get(i);
            rows.add(new SelectionTable.Row(
                    model.name(),
                    fold,
                    i + 1,
                    model.words(i),
                    how.metric().metric().key(),
                    score.subjects(),
                    score.value(),
                    score.standardError(),
                    i == chosen));
        }
        return new SelectionTable(rows);
    }

    /** Deletes networks that are not needed after their prediction; a study with candidates trains hundreds. */
    private static void keepResultsOnly(Path folder) {
        try {
            Files.deleteIfExists(RunDirectory.checkpointIn(folder));
            Files.deleteIfExists(RunDirectory.modelIn(folder));
        } catch (IOException failure) {
            throw FileRefusal.writing(folder, failure);
        }
    }

    /**
     * Every inner fold needs a subject of every class.
     *
     * @throws BadInput naming each class that has too few
     */
    static void requireSubjects(Cohort cohort, FoldPlan folds, int innerFolds) {
        List<Problem> problems = new ArrayList<>();
        for (String diagnosis : cohort.classes()) {
            long fewest = Long.MAX_VALUE;
            for (int fold = 0; fold < folds.k(); fold++) {
                fewest = Math.min(
                        fewest,
                        folds.training(cohort, fold).subjects().stream()
                                .filter(subject -> subject.diagnosis().equals(diagnosis))
                                .count());
            }
            if (fewest < innerFolds) {
                problems.add(new Problem(
                        "cohort, class " + diagnosis,
                        "",
                        "has " + fewest + (fewest == 1 ? " child" : " children")
                                + " in the training part of a fold, fewer than the " + innerFolds
                                + " inner folds",
                        "Add children, lower choice.inner_folds, or remove the candidates."));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}

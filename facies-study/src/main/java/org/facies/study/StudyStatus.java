package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.result.SelectionTable;
import org.facies.result.StudyRecord;
import org.facies.result.TrainingHistory;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.StudySettings;
import org.facies.run.Repeat;
import org.facies.run.RunDirectory;

/**
 * The progress of a run.
 *
 * @param name of the study
 * @param trials one for each repetition, model and fold
 * @param evaluated whether {@code metrics.json} exists
 * @param reported whether {@code report.html} exists
 */
public record StudyStatus(String name, List<Trial> trials, boolean evaluated, boolean reported) {

    public StudyStatus {
        trials = List.copyOf(trials);
    }

    /** State of one model on one fold. */
    public enum State {
        WAITING,
        BEGUN,
        DONE
    }

    /**
     * One model on one fold.
     *
     * @param repeat repetition of the cross-validation
     * @param epochsDone finished epochs
     * @param epochs total epochs; 0 if nothing is trained
     * @param innerDone finished trainings of candidates
     * @param inner total trainings of candidates; 0 if nothing is tuned
     */
    public record Trial(
            String model, Repeat repeat, int fold, State state, int epochsDone, int epochs, int innerDone, int inner) {}

    /**
     * Reads the progress of a run, even while it runs.
     *
     * @throws BadInput if the folder is not a run, or if one of its files is damaged
     */
    public static StudyStatus of(RunDirectory run) {
        if (!Files.exists(run.study())) {
            throw new BadInput(
                    run.root().toString(),
                    "",
                    "is not a run directory",
                    "Start a run with: facies study run" + " STUDY --out DIR.");
        }
        StudySettings study = StudyRecord.FILE.read(run.study()).settings();
        List<Trial> trials = new ArrayList<>();
        for (Repeat repeat : study.rounds()) {
            for (StudySettings.Model model : study.models()) {
                for (int fold = 0; fold < study.folds().k(); fold++) {
                    trials.add(trial(run, model, repeat, fold, study.choice().splits()));
                }
            }
        }
        return new StudyStatus(study.name(), trials, Files.exists(run.metrics()), Files.exists(run.report()));
    }

    private static Trial trial(RunDirectory run, StudySettings.Model model, Repeat repeat, int fold, int splits) {
        Path trial = run.trial(model.name(), repeat, fold);
        int candidates = model.candidates().size();
        Path history = RunDirectory.historyIn(trial);
        int done =
                Files.exists(history) ? TrainingHistory.read(history).epochs().size() : 0;
        State state = State.WAITING;
        if (Files.exists(RunDirectory.predictionsIn(trial))) {
            state = State.DONE;
        } else if (Files.exists(trial)) {
            state = State.BEGUN;
        }
        return new Trial(
                model.name(),
                repeat,
                fold,
                state,
                done,
                epochs(trial, model),
                innerDone(trial, candidates, splits),
                candidates * splits);
    }

    /** Epochs of the chosen candidate, once it is known. */
    private static int epochs(Path trial, StudySettings.Model model) {
        Path choice = RunDirectory.choiceIn(trial);
        if (!Files.exists(choice)) {
            return model.training().epochs();
        }
        int chosen = SelectionTable.read(choice).chosen();
        Candidate candidate = model.candidates().get(chosen);
        return candidate.of(model).training().epochs();
    }

    private static int innerDone(Path trial, int candidates, int splits) {
        int done = 0;
        for (int candidate = 1; candidate <= candidates; candidate++) {
            for (int inner = 0; inner < splits; inner++) {
                Path folder = RunDirectory.innerTrialIn(trial, candidate, inner);
                done += Files.exists(RunDirectory.predictionsIn(folder)) ? 1 : 0;
            }
        }
        return done;
    }
}

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
import org.facies.run.RunDirectory;

/**
 * How far a run has come.
 *
 * @param name of the study
 * @param trials one for each model and fold
 * @param evaluated whether {@code metrics.json} is there
 * @param reported whether {@code report.html} is there
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
     * @param epochsDone from its history
     * @param epochs that it shall have
     * @param innerDone trainings of candidates that are done
     * @param inner trainings of candidates that the choice takes; 0 where nothing is tuned
     */
    public record Trial(String model, int fold, State state, int epochsDone, int epochs, int innerDone, int inner) {}

    /**
     * Looks at a run, also one in progress.
     *
     * @throws BadInput if the folder is not a run, or naming what is wrong with one of its files
     */
    public static StudyStatus of(RunDirectory run) {
        if (!Files.exists(run.study())) {
            throw new BadInput(
                    run.root().toString(), "", "is not a run directory", "Begin one with: facies study run --out.");
        }
        StudySettings study = StudyRecord.FILE.read(run.study()).settings();
        List<Trial> trials = new ArrayList<>();
        for (StudySettings.Model model : study.models()) {
            for (int fold = 0; fold < study.folds().k(); fold++) {
                trials.add(trial(run, model, fold, study.choice().splits()));
            }
        }
        return new StudyStatus(study.name(), trials, Files.exists(run.metrics()), Files.exists(run.report()));
    }

    private static Trial trial(RunDirectory run, StudySettings.Model model, int fold, int splits) {
        String name = model.name();
        int candidates = model.candidates().size();
        int innerDone = innerDone(run, name, fold, candidates, splits);
        int epochs = epochs(run, model, fold);
        Path history = RunDirectory.historyIn(run.trial(name, fold));
        int done =
                Files.exists(history) ? TrainingHistory.read(history).epochs().size() : 0;
        State state = State.WAITING;
        if (Files.exists(run.trialPredictions(name, fold))) {
            state = State.DONE;
        } else if (Files.exists(run.trial(name, fold))) {
            state = State.BEGUN;
        }
        return new Trial(name, fold, state, done, epochs, innerDone, candidates * splits);
    }

    /** Of the chosen candidate, once it is known. */
    private static int epochs(RunDirectory run, StudySettings.Model model, int fold) {
        Path choice = RunDirectory.choiceIn(run.trial(model.name(), fold));
        if (!Files.exists(choice)) {
            return model.training().epochs();
        }
        int chosen = SelectionTable.read(choice).chosen();
        Candidate candidate = model.candidates().get(chosen);
        return candidate.of(model).training().epochs();
    }

    private static int innerDone(RunDirectory run, String model, int fold, int candidates, int splits) {
        int done = 0;
        for (int candidate = 1; candidate <= candidates; candidate++) {
            for (int inner = 0; inner < splits; inner++) {
                Path folder = RunDirectory.innerTrialIn(run.trial(model, fold), candidate, inner);
                done += Files.exists(RunDirectory.predictionsIn(folder)) ? 1 : 0;
            }
        }
        return done;
    }
}

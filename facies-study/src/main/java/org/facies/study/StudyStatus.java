package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.run.RunDirectory;
import org.facies.run.StudyTree;

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
     * @throws BadInput if the folder is not a run
     */
    public static StudyStatus of(RunDirectory run) {
        if (!Files.exists(run.study())) {
            throw new BadInput(
                    run.root().toString(), "", "is not a run directory", "Begin one with: facies study run --out.");
        }
        JsonNode study = StudyTree.ofRun(run.study());
        List<Trial> trials = new ArrayList<>();
        int splits = study.path("choice").path("hold_out").asText().equals("one-fold")
                ? 1
                : study.path("choice").path("inner_folds").asInt();
        for (JsonNode model : study.path("models")) {
            for (int fold = 0; fold < study.path("folds").path("k").asInt(); fold++) {
                trials.add(trial(run, model, fold, splits));
            }
        }
        return new StudyStatus(
                study.path("name").asText(), trials, Files.exists(run.metrics()), Files.exists(run.report()));
    }

    private static Trial trial(RunDirectory run, JsonNode model, int fold, int splits) {
        String name = model.path("name").asText();
        int candidates = model.path("candidates").size();
        int innerDone = innerDone(run, name, fold, candidates, splits);
        int epochs = epochs(run, model, fold);
        int done = Math.max(0, lines(run.history(name, fold)) - 1);
        State state = State.WAITING;
        if (Files.exists(run.trialPredictions(name, fold))) {
            state = State.DONE;
        } else if (Files.exists(run.trial(name, fold))) {
            state = State.BEGUN;
        }
        return new Trial(name, fold, state, done, epochs, innerDone, candidates * splits);
    }

    /** Of the chosen candidate, once it is known. */
    private static int epochs(RunDirectory run, JsonNode model, int fold) {
        int own = model.path("training").path("epochs").asInt();
        if (!Files.exists(run.trialChoice(model.path("name").asText(), fold))) {
            return own;
        }
        int chosen = SelectionTable.read(run.trialChoice(model.path("name").asText(), fold))
                .chosen();
        return model.path("candidates")
                .path(chosen)
                .path("training")
                .path("epochs")
                .asInt(own);
    }

    private static int innerDone(RunDirectory run, String model, int fold, int candidates, int splits) {
        int done = 0;
        for (int candidate = 1; candidate <= candidates; candidate++) {
            for (int inner = 0; inner < splits; inner++) {
                done += Files.exists(RunDirectory.predictionsIn(run.innerTrial(model, fold, candidate, inner))) ? 1 : 0;
            }
        }
        return done;
    }

    private static int lines(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }
}

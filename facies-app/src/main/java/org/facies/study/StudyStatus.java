package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;

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
     */
    public record Trial(String model, int fold, State state, int epochsDone, int epochs) {}

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
        JsonNode study = Yaml.read(run.study());
        List<Trial> trials = new ArrayList<>();
        for (JsonNode model : study.path("models")) {
            for (int fold = 0; fold < study.path("folds").path("k").asInt(); fold++) {
                trials.add(trial(run, model, fold));
            }
        }
        return new StudyStatus(
                study.path("name").asText(), trials, Files.exists(run.metrics()), Files.exists(run.report()));
    }

    private static Trial trial(RunDirectory run, JsonNode model, int fold) {
        String name = model.path("name").asText();
        int epochs = model.path("training").path("epochs").asInt();
        int done = Math.max(0, lines(run.history(name, fold)) - 1);
        State state = State.WAITING;
        if (Files.exists(run.trialPredictions(name, fold))) {
            state = State.DONE;
        } else if (Files.exists(run.trial(name, fold))) {
            state = State.BEGUN;
        }
        return new Trial(name, fold, state, done, epochs);
    }

    private static int lines(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

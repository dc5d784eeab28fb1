package org.facies.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.metric.SubjectFigure;
import org.facies.model.InputSpec;
import org.facies.model.ModelZoo;
import org.facies.novelty.NoveltyTable;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.study.Backbones;
import org.facies.study.PhotoHashes;

/**
 * A finished run as validation needs it: {@code study.yaml}, {@code predictions.csv}, {@code photos.csv} and the {@code
 * model.onnx} of every fold.
 */
public final class TrainedRun {
    private final RunDirectory run;
    private final StudyRecord record;
    private final StudySettings settings;
    private final PredictionTable predictions;

    private TrainedRun(RunDirectory run, StudyRecord record, PredictionTable predictions) {
        this.run = run;
        this.record = record;
        this.settings = record.settings();
        this.predictions = predictions;
    }

    /**
     * Reads a run.
     *
     * @throws BadInput if the folder is not a finished run
     */
    public static TrainedRun read(RunDirectory run) {
        if (!Files.exists(run.study()) || !Files.exists(run.predictions())) {
            throw new BadInput(
                    run.root().toString(),
                    "",
                    "is not the run directory of a finished study",
                    "Give one, or finish it with \"facies study run\".");
        }
        return new TrainedRun(run, StudyRecord.FILE.read(run.study()), PredictionTable.read(run.predictions()));
    }

    /** What {@code study.yaml} says. */
    StudyRecord record() {
        return record;
    }

    StudySettings settings() {
        return settings;
    }

    List<String> classes() {
        return predictions.classes();
    }

    /** The model of that name. */
    StudySettings.Model model(String name) {
        return settings.models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "--model",
                        name,
                        "is not a model of this run",
                        "Name one of " + String.join(", ", predictions.models()) + "."));
    }

    /** The model with the best figure out of fold, by the metric that the study declares; the first of equals. */
    StudySettings.Model best() {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (String name : predictions.models()) {
            double gain = settings.choice()
                    .metric()
                    .gain(SubjectFigure.of(
                                    internal(name), settings.choice().metric().metric(), new EvaluationSettings(2, 0))
                            .value());
            if (best.isEmpty() || gain > most) {
                best = name;
                most = gain;
            }
        }
        return model(best);
    }

    /** What a model said out of fold. */
    PredictionTable internal(String model) {
        return new PredictionTable(classes(), predictions.of(model));
    }

    /** What the run's photos were, unless it was made before that was kept. */
    Optional<PhotoHashes> photos() {
        return Files.exists(run.photos()) ? Optional.of(PhotoHashes.read(run.photos())) : Optional.empty();
    }

    /** How far a model put each fold's subjects from those that it learnt from; empty where a fold has no distances. */
    Map<String, Double> distances(String model) {
        List<Path> files = IntStream.range(0, settings.folds().k())
                .mapToObj(fold -> run.trialNovelty(model, fold))
                .toList();
        return files.stream().allMatch(Files::exists)
                ? NoveltyTable.pooled(files.stream().map(NoveltyTable::read).toList())
                        .bySubject(model)
                : Map.of();
    }

    /** The trained networks of a model, one a fold. */
    List<Path> networks(String model) {
        List<Path> networks = new ArrayList<>();
        for (int fold = 0; fold < settings.folds().k(); fold++) {
            Path network = run.trialModel(model, fold);
            if (!Files.exists(network)) {
                throw new BadInput(
                        network.toString(),
                        "",
                        "is missing, and validation needs the trained model of every fold",
                        "Delete the checkpoint and the predictions beside it, and train it again with \"facies study"
                                + " run\".");
            }
            networks.add(network);
        }
        return networks;
    }

    /** The crops that a model wants. */
    public InputSpec input(StudySettings.Model model, ModelZoo zoo) {
        return new Backbones(run.root(), zoo).of(model, record).input();
    }
}

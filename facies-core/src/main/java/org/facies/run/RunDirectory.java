package org.facies.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;

/** Paths of the files of a run, which other tools rely on. */
public record RunDirectory(Path root) {

    public Path study() {
        return root.resolve("study.yaml");
    }

    public Path cohort() {
        return root.resolve("cohort.json");
    }

    public Path folds() {
        return root.resolve("folds.csv");
    }

    /** Data leakage and confounding. */
    public Path audit() {
        return root.resolve("audit.json");
    }

    /** The division by photo, of a study that shows what it adds to the results by subject. */
    public Path foldsByPhoto() {
        return root.resolve("folds-by-photo.csv");
    }

    /** The trial of the first division and seed. */
    public Path trial(String model, int fold) {
        return root.resolve("trials").resolve(model).resolve("fold-" + fold);
    }

    /** The trial of a repetition. */
    public Path trial(String model, Repeat repeat, int fold) {
        if (repeat.equals(Repeat.FIRST)) {
            return trial(model, fold);
        }
        if (repeat.byPhoto()) {
            return root.resolve("trials").resolve(model).resolve("by-photo").resolve("fold-" + fold);
        }
        return root.resolve("trials")
                .resolve(model)
                .resolve("division-" + repeat.division())
                .resolve("seed-" + repeat.seed())
                .resolve("fold-" + fold);
    }

    /** A trial is done when this is there. */
    public static Path predictionsIn(Path trial) {
        return trial.resolve("predictions.csv");
    }

    /** The state from which an interrupted training resumes. */
    public static Path checkpointIn(Path trial) {
        return trial.resolve("checkpoint.safetensors");
    }

    /** A candidate's training on the training part of an inner fold. */
    public static Path innerTrialIn(Path trial, int candidate, int innerFold) {
        return trial.resolve("inner").resolve("candidate-" + candidate).resolve("fold-" + innerFold);
    }

    /** Scores of a model's candidates inside a fold, and which was chosen. */
    public static Path choiceIn(Path trial) {
        return trial.resolve("choice.csv");
    }

    /** The trained model of a fold. */
    public Path trialModel(String model, int fold) {
        return modelIn(trial(model, fold));
    }

    /** The choices of all models and folds in the first repetition; only there if something was tuned. */
    public Path choices() {
        return root.resolve("choice.csv");
    }

    /** The hash of every photo used, so that a later cohort can be checked for the same photos. */
    public Path photos() {
        return root.resolve("photos.csv");
    }

    /** Distance of each photo of the fold from the training faces of its model. */
    public Path trialNovelty(String model, int fold) {
        return noveltyIn(trial(model, fold));
    }

    public static Path noveltyIn(Path trial) {
        return trial.resolve("novelty.csv");
    }

    /** From an embedding of the network to the distance of that face from the training faces, as an ONNX graph. */
    public Path trialDistance(String model, int fold) {
        return distanceIn(trial(model, fold));
    }

    public static Path distanceIn(Path trial) {
        return trial.resolve("distance.onnx");
    }

    /** The network's predictions for its training photos. */
    public static Path learntIn(Path trial) {
        return trial.resolve("learnt.csv");
    }

    /** The network's distances for its training photos. */
    public static Path learntNoveltyIn(Path trial) {
        return trial.resolve("learnt-novelty.csv");
    }

    /** The trained network of a trial, or of {@link #refit}. */
    public static Path modelIn(Path trial) {
        return trial.resolve("model.onnx");
    }

    /** One network of a model, trained on all subjects; done when its {@link #learntIn learnt.csv} is there. */
    public Path refit(String model) {
        return root.resolve("trials").resolve(model).resolve("refit");
    }

    public static Path historyIn(Path trial) {
        return trial.resolve("history.csv");
    }

    public Path predictions() {
        return root.resolve("predictions.csv");
    }

    /** Predictions of the models in the division by photo. */
    public Path predictionsByPhoto() {
        return root.resolve("predictions-by-photo.csv");
    }

    public Path metrics() {
        return root.resolve("metrics.json");
    }

    public Path report() {
        return root.resolve("report.html");
    }

    /** Answers of readers, if there are any. */
    public Path readers() {
        return root.resolve("readers.csv");
    }

    /** What was shown to whom in the reader study that {@link #readers} comes from, if it is known. */
    public Path protocol() {
        return root.resolve("protocol.json");
    }

    /** In place of {@link #study} if predictions of another tool were evaluated. */
    public Path evaluation() {
        return root.resolve("evaluation.json");
    }

    /** Present if models of another run were validated on this cohort. */
    public Path validation() {
        return root.resolve("validation.json");
    }

    /** What happened and when; names no photo, subject or path, and differs between runs of the same bytes. */
    public Path log() {
        return root.resolve("facies.log");
    }

    /** Locked while a process works in the directory. */
    public Path lock() {
        return root.resolve(".lock");
    }

    /** Output of the frozen part of a backbone for the crops; large, and only present during training. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Deletes {@link #cache}, if it is there. */
    public void deleteCache() {
        if (!Files.isDirectory(cache())) {
            return;
        }
        try (Stream<Path> files = Files.list(cache())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(cache());
        } catch (IOException failure) {
            throw FileRefusal.writing(cache(), failure);
        }
    }
}

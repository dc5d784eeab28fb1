package org.facies.study;

import java.nio.file.Path;

/** Where the files of one study lie: the contract that other tools rely on. */
public record RunDirectory(Path root) {

    public Path study() {
        return root.resolve("study.yaml");
    }

    public Path cohort() {
        return root.resolve("cohort.json");
    }

    public Path faces() {
        return root.resolve("faces.csv");
    }

    public Path folds() {
        return root.resolve("folds.csv");
    }

    public Path trial(String model, int fold) {
        return root.resolve("trials").resolve(model).resolve("fold-" + fold);
    }

    /** A trial is done when this is there. */
    public Path trialPredictions(String model, int fold) {
        return trial(model, fold).resolve("predictions.csv");
    }

    public Path history(String model, int fold) {
        return trial(model, fold).resolve("history.csv");
    }

    public Path predictions() {
        return root.resolve("predictions.csv");
    }

    public Path metrics() {
        return root.resolve("metrics.json");
    }

    public Path report() {
        return root.resolve("report.html");
    }

    /** Held while a process works in the directory. */
    public Path lock() {
        return root.resolve(".lock");
    }

    /** Crops and activations that can be made again. */
    public Path cache() {
        return root.resolve("cache");
    }
}

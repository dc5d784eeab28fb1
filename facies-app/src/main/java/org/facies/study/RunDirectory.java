package org.facies.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the files of one study lie: the contract that other tools rely on. */
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

    /** Leaks and shortcuts. */
    public Path audit() {
        return root.resolve("audit.json");
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

    /** What the frozen part of a backbone makes of the crops; large, and only there while the study is training. */
    public Path cache() {
        return root.resolve("cache");
    }

    void deleteCache() {
        if (!Files.isDirectory(cache())) {
            return;
        }
        try (Stream<Path> files = Files.list(cache())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(cache());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.facies.cli;

import java.util.List;
import java.util.Optional;
import org.facies.power.Growth;
import org.facies.power.PowerSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code facies study power} can be asked. */
final class PowerOptions {

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "the class to count (default: the one with the fewest)")
    private Optional<String> rareClass = Optional.empty();

    @Option(
            names = "--grow",
            defaultValue = "all",
            paramLabel = "all|rare",
            description =
                    "all: every class grows, in proportion; rare: only that class, the others are whole (default: all)")
    private Growth growth = Growth.ALL;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "numbers of children of that class to draw, such as 10,20,40 (default: eight, up to all)")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--repeats",
            defaultValue = "20",
            paramLabel = "N",
            description = "draws of each size (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Option(
            names = "--folds",
            defaultValue = "5",
            paramLabel = "K",
            description = "folds in each draw (default: ${DEFAULT-VALUE})")
    private int folds;

    @Option(
            names = "--recall",
            defaultValue = "0.8",
            paramLabel = "R",
            description = "the recall of that class you want (default: ${DEFAULT-VALUE})")
    private double targetRecall;

    @Option(
            names = "--model",
            defaultValue = "dlib-resnet",
            paramLabel = "ID",
            description = "the frozen backbone, as \"facies model list\" names it (default: ${DEFAULT-VALUE})")
    private String model = "";

    @Option(names = "--seed", defaultValue = "1", description = "of the draws and folds (default: ${DEFAULT-VALUE})")
    private long seed;

    String model() {
        return model;
    }

    int folds() {
        return folds;
    }

    long seed() {
        return seed;
    }

    /** Them, if each makes sense by itself. */
    PowerSettings settings(CommandLine line) {
        require(line, repeats >= 2, "--repeats is at least 2, not " + repeats);
        require(line, folds >= 2, "--folds is at least 2, not " + folds);
        require(line, targetRecall > 0 && targetRecall < 1, "--recall lies between 0 and 1, unlike " + targetRecall);
        return new PowerSettings(rareClass, growth, sizes, repeats, folds, targetRecall, seed);
    }

    private static void require(CommandLine line, boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(line, otherwise);
        }
    }
}

package org.facies.cli.study;

import java.util.List;
import java.util.Optional;
import org.facies.cli.option.Bounds;
import org.facies.power.Growth;
import org.facies.power.PowerSettings;
import picocli.CommandLine.Option;

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
    @Bounds(least = 2, most = 100000, remedy = "Give numbers of children such as 10,20,40.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--repeats",
            defaultValue = "20",
            paramLabel = "N",
            description = "draws of each size (default: ${DEFAULT-VALUE})")
    @Bounds(least = 2, most = 10000, remedy = "Give 20, the usual number.")
    private int repeats;

    @Option(
            names = "--folds",
            defaultValue = "5",
            paramLabel = "K",
            description = "folds in each draw (default: ${DEFAULT-VALUE})")
    @Bounds(least = 2, most = 1000, remedy = "Give 5, the usual number.")
    private int folds;

    @Option(
            names = "--recall",
            defaultValue = "0.8",
            paramLabel = "R",
            description = "the recall of that class you want (default: ${DEFAULT-VALUE})")
    @Bounds(least = 0.001, most = 0.999, remedy = "Give a share such as 0.8.")
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

    PowerSettings settings() {
        return new PowerSettings(rareClass, growth, sizes, repeats, folds, targetRecall, seed);
    }
}

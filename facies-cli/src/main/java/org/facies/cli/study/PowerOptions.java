package org.facies.cli.study;

import java.util.List;
import java.util.Optional;
import org.facies.cli.option.Bounds;
import org.facies.power.Growth;
import org.facies.power.PowerSettings;
import picocli.CommandLine.Option;

/** Options of {@code facies study power} that say what to plan. */
final class PowerOptions {

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "plan for this class (default: the one with the fewest children)")
    private Optional<String> rareClass = Optional.empty();

    @Option(
            names = "--grow",
            defaultValue = "all",
            paramLabel = "all|rare",
            description = "all: grow every class in proportion; rare: grow only that class and use all children of the"
                    + " others (default: ${DEFAULT-VALUE})")
    private Growth growth = Growth.ALL;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "draw these numbers of children of that class, such as 10,20,40 (default: eight sizes, up"
                    + " to all children)")
    @Bounds(least = 2, most = 100000, remedy = "Give numbers of children such as 10,20,40.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--repeats",
            defaultValue = "20",
            paramLabel = "N",
            description = "draw each size this many times (default: ${DEFAULT-VALUE})")
    @Bounds(least = 2, most = 10000, remedy = "Give 20, the usual number.")
    private int repeats;

    @Option(
            names = "--folds",
            defaultValue = "5",
            paramLabel = "K",
            description = "use this many folds in each draw (default: ${DEFAULT-VALUE})")
    @Bounds(least = 2, most = 1000, remedy = "Give 5, the usual number.")
    private int folds;

    @Option(
            names = "--recall",
            defaultValue = "0.8",
            paramLabel = "R",
            description = "aim at this recall of that class, a share (default: ${DEFAULT-VALUE})")
    @Bounds(least = 0.001, most = 0.999, remedy = "Give a share such as 0.8.")
    private double targetRecall;

    @Option(
            names = "--model",
            defaultValue = "dlib-resnet",
            paramLabel = "ID",
            description = "use this frozen backbone, as \"facies model list\" names it (default: ${DEFAULT-VALUE})")
    private String model = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "use this seed for draws and folds (default:" + " ${DEFAULT-VALUE})")
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

package org.facies.cli.option;

import picocli.CommandLine.Option;

/** What both commands that quantise let the user choose. */
public final class QuantiseOptions {

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "128",
            description = "take the ranges from at most N photos, of a run in each fold (default: ${DEFAULT-VALUE})")
    @Bounds(least = 1, most = 100000, remedy = "Give 128, the usual number.")
    private int calibration;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "choose these photos with this seed (default: ${DEFAULT-VALUE})")
    private long seed;

    public int calibration() {
        return calibration;
    }

    public long seed() {
        return seed;
    }
}

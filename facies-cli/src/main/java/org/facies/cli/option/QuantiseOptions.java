package org.facies.cli.option;

import picocli.CommandLine.Option;

/** Options of the two commands that quantise. */
public final class QuantiseOptions {

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "128",
            description = "measure number ranges on at most N photos (study quantise: in each fold; default:"
                    + " ${DEFAULT-VALUE})")
    @Bounds(least = 1, most = 100000, remedy = "Give 128, the usual number.")
    private int calibration;

    @Option(
            names = "--seed",
            paramLabel = "N",
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

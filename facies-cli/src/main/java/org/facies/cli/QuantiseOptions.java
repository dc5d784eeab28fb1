package org.facies.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What both commands that quantise let the user choose. */
final class QuantiseOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private int calibration;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "choose these photos with this seed (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "128",
            description = "take the ranges from at most N photos, of a run in each fold (default: ${DEFAULT-VALUE})")
    void calibrateWith(int photos) {
        if (photos < 1) {
            throw new ParameterException(spec.commandLine(), "--calibration is at least 1, not " + photos);
        }
        calibration = photos;
    }

    /** At least 1. */
    int calibration() {
        return calibration;
    }

    long seed() {
        return seed;
    }
}

package org.facies.cli.option;

import org.facies.autograd.ComputeDevice;
import org.facies.autograd.DeviceChoice;
import org.facies.autograd.Libtorch;
import picocli.CommandLine.Option;

/** The option that says what networks are trained on. */
public final class TrainingDevice {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description =
                    "what trains: cpu, cuda, cuda:N for one of several cards, or auto: a card if libtorch can use one"
                            + " (default: auto; see docs/gpu.md)")
    private String device = "auto";

    public ComputeDevice resolved() {
        DeviceChoice choice = DeviceChoice.of(device);
        return choice.on(Libtorch.cuda());
    }
}

package org.facies.cli.option;

import org.facies.autograd.ComputeDevice;
import org.facies.autograd.DeviceChoice;
import org.facies.autograd.Libtorch;
import picocli.CommandLine.Option;

/** The option for the device that trains networks. */
public final class TrainingDevice {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description =
                    "train on cpu, cuda, cuda:N (one of several cards) or auto, which takes a card if libtorch can"
                            + " use one (default: ${DEFAULT-VALUE}; see docs/how-to/train-on-a-card.md)")
    private String device = "auto";

    public ComputeDevice resolved() {
        DeviceChoice choice = DeviceChoice.of(device);
        return choice.on(Libtorch.cuda());
    }
}

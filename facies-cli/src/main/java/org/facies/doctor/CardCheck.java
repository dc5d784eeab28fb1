package org.facies.doctor;

import java.util.List;
import org.facies.autograd.CudaSupport;
import org.facies.autograd.Libtorch;

/**
 * Graphics cards, as NVIDIA's driver and as libtorch see them.
 *
 * @param driver a command that prints a line for each card
 */
record CardCheck(CommandProbe driver) implements Check {

    private static final String TOPIC = "Graphics card";

    @Override
    public List<Finding> findings() {
        List<String> cards = driver.lines();
        try {
            return List.of(judged(cards, Libtorch.cuda()));
        } catch (LinkageError toldByLibtorchCheck) {
            return List.of();
        }
    }

    /** @param cards name, memory and driver version of each card that the driver lists */
    static Finding judged(List<String> cards, CudaSupport cuda) {
        String listed = String.join("; ", cards);
        if (cuda.cards() > 0) {
            return Finding.ok(TOPIC, cuda.cards() + " for training: " + listed);
        }
        if (cards.isEmpty()) {
            return cuda.built()
                    ? Finding.note(
                            TOPIC,
                            "none: NVIDIA's driver does not answer; training runs on the processor",
                            "If there is a card, install its driver so that nvidia-smi lists it.")
                    : Finding.ok(TOPIC, "none; training runs on the processor");
        }
        return cuda.built()
                ? Finding.note(
                        TOPIC,
                        listed + ", but libtorch cannot use it",
                        "Update the driver for CUDA 13, and install cuBLAS, cuSPARSE and cuSOLVER of CUDA 13, cuDNN 9"
                                + " and NCCL 2 where the system finds libraries (docs/gpu.md).")
                : Finding.note(
                        TOPIC,
                        listed + ", not used: this libtorch is for the processor only",
                        "Build once with \"mvn -Pcuda -DskipTests package\" (docs/gpu.md).");
    }
}

package org.facies.doctor;

import java.util.List;
import org.facies.autograd.CudaSupport;
import org.facies.autograd.Libtorch;

/**
 * Checks which graphics cards NVIDIA's driver lists, and whether libtorch can use them.
 *
 * @param driver command that prints a line for each card
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
                            "none found: NVIDIA's driver does not answer. Training uses the processor",
                            "If this machine has a card, install its driver so that nvidia-smi lists the card.")
                    : Finding.ok(TOPIC, "none; training uses the processor");
        }
        return cuda.built()
                ? Finding.note(
                        TOPIC,
                        listed + ", but libtorch cannot use it",
                        "Update the driver for CUDA 13. Install cuBLAS, cuSPARSE and cuSOLVER of CUDA 13, cuDNN 9"
                                + " and NCCL 2 where the system finds libraries (docs/how-to/train-on-a-card.md).")
                : Finding.note(
                        TOPIC,
                        listed + ", not used: this build of libtorch supports the processor only",
                        "Build Facies once with \"mvn -Pcuda -DskipTests package\" (docs/how-to/train-on-a-card.md).");
    }
}

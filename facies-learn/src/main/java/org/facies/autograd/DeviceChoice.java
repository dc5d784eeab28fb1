package org.facies.autograd;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.input.BadInput;

/** The device that a user asks for. */
public sealed interface DeviceChoice {

    /** A card where there is one that libtorch can use, else the processor. */
    record Auto() implements DeviceChoice {}

    /** This one, or a refusal. */
    record Fixed(ComputeDevice device) implements DeviceChoice {}

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
     *
     * @throws BadInput if it is none of them
     */
    static DeviceChoice of(String word) {
        Matcher card = Pattern.compile("cuda(?::(\\d{1,2}))?").matcher(word);
        if (card.matches()) {
            return new Fixed(new ComputeDevice.Cuda(card.group(1) == null ? 0 : Integer.parseInt(card.group(1))));
        }
        return switch (word) {
            case "auto" -> new Auto();
            case "cpu" -> new Fixed(new ComputeDevice.Cpu());
            default ->
                throw new BadInput(
                        "device", word, "is not a device", "Write auto, cpu, cuda, or cuda:1 for the second card.");
        };
    }

    /**
     * The device to use.
     *
     * @throws BadInput if a card is asked for and cannot be used, saying what is missing
     */
    default ComputeDevice on(CudaSupport cuda) {
        if (this instanceof Fixed fixed) {
            if (fixed.device() instanceof ComputeDevice.Cuda card) {
                require(card, cuda);
            }
            return fixed.device();
        }
        return cuda.cards() > 0 ? new ComputeDevice.Cuda(0) : new ComputeDevice.Cpu();
    }

    private static void require(ComputeDevice.Cuda card, CudaSupport cuda) {
        if (!cuda.built()) {
            throw new BadInput(
                    "device",
                    card.word(),
                    "needs libtorch with CUDA, and the one on the class path is for the processor only",
                    "Build once with \"mvn -Pcuda -DskipTests package\" (docs/gpu.md), or choose cpu.");
        }
        if (cuda.cards() == 0) {
            throw new BadInput(
                    "device",
                    card.word(),
                    "is asked for and libtorch sees no card",
                    "See with \"facies doctor\" whether the driver or one of NVIDIA's libraries is missing"
                            + " (docs/gpu.md), or choose cpu.");
        }
        if (card.index() >= cuda.cards()) {
            throw new BadInput(
                    "device",
                    card.word(),
                    "is not there: libtorch sees " + cuda.cards() + (cuda.cards() == 1 ? " card" : " cards"),
                    "Count from cuda:0.");
        }
    }
}

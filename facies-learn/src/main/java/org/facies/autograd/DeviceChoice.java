package org.facies.autograd;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.input.BadInput;

/** The user's choice of a device. */
public sealed interface DeviceChoice {

    /** A card if libtorch can use one, otherwise the processor. */
    record Auto() implements DeviceChoice {}

    /** This device; an error if it cannot be used. */
    record Fixed(ComputeDevice device) implements DeviceChoice {}

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
     *
     * @throws BadInput if it is another text
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
     * @throws BadInput if a card was chosen but cannot be used, with the reason
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
                    "needs libtorch with CUDA, but the installed libtorch supports only the processor",
                    "Build once with \"mvn -Pcuda -DskipTests package\" (docs/how-to/train-on-a-card.md), or"
                            + " choose cpu.");
        }
        if (cuda.cards() == 0) {
            throw new BadInput(
                    "device",
                    card.word(),
                    "was chosen, but libtorch finds no card",
                    "Run \"facies doctor\" to see whether the driver or one of NVIDIA's libraries is missing"
                            + " (docs/how-to/train-on-a-card.md), or choose cpu.");
        }
        if (card.index() >= cuda.cards()) {
            throw new BadInput(
                    "device",
                    card.word(),
                    "does not exist: libtorch finds " + cuda.cards() + (cuda.cards() == 1 ? " card" : " cards"),
                    "Count the cards from cuda:0.");
        }
    }
}

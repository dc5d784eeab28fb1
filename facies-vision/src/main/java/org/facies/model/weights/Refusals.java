package org.facies.model.weights;

import java.nio.file.Path;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;

/**
 * Makes the error messages about one file.
 *
 * @param file its name in error messages
 */
record Refusals(String file) {

    static final String FETCH_AGAIN =
            "Download the file again, or check it against the SHA-256 that its publisher states.";
    static final String SAVE_AGAIN = "Save only the weights, in Python: torch.save(model.state_dict(), FILE).";
    static final String DISTRUST =
            "Unless you trust its author, do not open it with Python; ask for the weights alone, "
                    + "as a state dict or as safetensors.";

    private static final long MIB = 1 << 20;

    static Refusals of(Path file) {
        return new Refusals(file.getFileName().toString());
    }

    BadInput whole(String what, String remedy) {
        return new BadInput(file, "", what, remedy);
    }

    BadInput tensor(String name, String what, String remedy) {
        return new BadInput(file + ", tensor", name, what, remedy);
    }

    BadInput part(String part, String value, String what, String remedy) {
        return new BadInput(file + ", " + part, value, what, remedy);
    }

    /** Returns the tensor, if all its numbers are finite. */
    FloatTensor finite(String name, FloatTensor tensor) {
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw tensor(name, "contains a number that is not finite (" + value + ")", FETCH_AGAIN);
            }
        }
        return tensor;
    }

    /** The error for a file or part that is larger than allowed. */
    BadInput tooLarge(String what, long bytes, long limit) {
        return whole(
                "has " + what + " of " + bytes + " bytes; the limit is "
                        + (limit % MIB == 0 ? limit / MIB + " MiB" : limit + " bytes"),
                "Save fewer weights in one file, or raise the limit if you trust it.");
    }
}

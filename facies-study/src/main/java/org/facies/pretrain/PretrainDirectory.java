package org.facies.pretrain;

import java.nio.file.Path;
import org.facies.run.RunDirectory;

/** Where the files of one pretraining run lie. */
public record PretrainDirectory(Path root) {

    /** All settings with their defaults, and what the run was made of. */
    public Path settings() {
        return root.resolve("pretrain.yaml");
    }

    /** How many identities and photos were used and left out; names nobody. */
    public Path identities() {
        return root.resolve("identities.json");
    }

    /** Checkpoint, history, and the network with its classifier head. */
    public Path training() {
        return root.resolve("training");
    }

    public Path history() {
        return training().resolve("history.csv");
    }

    public Path verification() {
        return root.resolve("verification.csv");
    }

    public Path curve() {
        return root.resolve("curve.svg");
    }

    /** The backbone as it is installed. */
    public Path model() {
        return root.resolve("model.onnx");
    }

    /** Name of the run on its model's card. */
    String name() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "pretrain" : name.toString();
    }

    /** What locks and logs. */
    RunDirectory directory() {
        return new RunDirectory(root);
    }
}

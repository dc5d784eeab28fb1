package org.facies.pretrain;

import java.nio.file.Path;
import org.facies.run.RunDirectory;

/** The files of one pretraining run. */
public record PretrainDirectory(Path root) {

    /** All settings, defaults included, and the provenance of the run. */
    public Path settings() {
        return root.resolve("pretrain.yaml");
    }

    /** Numbers of identities and photos that were used and left out; contains no names. */
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

    /** The backbone that is installed. */
    public Path model() {
        return root.resolve("model.onnx");
    }

    /** Name of the run on its model's card. */
    String name() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "pretrain" : name.toString();
    }

    /** The run directory, for lock and log. */
    RunDirectory directory() {
        return new RunDirectory(root);
    }
}

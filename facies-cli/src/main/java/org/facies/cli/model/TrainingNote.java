package org.facies.cli.model;

import java.nio.file.Path;
import java.util.Optional;
import org.facies.autograd.Trainability;
import org.facies.file.InputFile;
import org.facies.input.BadInput;
import org.facies.model.ImportedModel;
import org.facies.model.ImportedNetwork;
import org.facies.model.InstalledModel;
import org.facies.model.ModelKind;
import org.facies.onnx.OnnxGraph;

/** Says whether a network can be trained here or only embeds. */
final class TrainingNote {

    private TrainingNote() {}

    /** A sentence about a model that has just been read. */
    static String of(ImportedModel model) {
        return sentence(obstacle(model));
    }

    /** A sentence about an installed backbone; empty for other networks. */
    static Optional<String> of(InstalledModel model) {
        return model.card().kind() instanceof ModelKind.Backbone
                ? Optional.of(sentence(obstacle(model.file())))
                : Optional.empty();
    }

    private static String sentence(Optional<String> obstacle) {
        return obstacle.map(why -> "Embeddings only: " + why + ".").orElse("It can be trained.");
    }

    private static Optional<String> obstacle(Path file) {
        InputFile.require(file);
        try {
            return Trainability.obstacle(OnnxGraph.read(file));
        } catch (BadInput notUnderstood) {
            return Optional.of(notUnderstood.problems().get(0).what());
        }
    }

    private static Optional<String> obstacle(ImportedModel model) {
        if (model.network() instanceof ImportedNetwork.Understood understood) {
            return Trainability.obstacle(
                    understood.graph(), model.ends().heightPx(), model.ends().widthPx());
        }
        return Optional.of(((ImportedNetwork.Opaque) model.network()).obstacle());
    }
}

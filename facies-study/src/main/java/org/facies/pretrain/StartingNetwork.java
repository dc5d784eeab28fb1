package org.facies.pretrain;

import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.model.Architectures;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.Licence;
import org.facies.model.ModelKind.Backbone;
import org.facies.model.ModelZoo;
import org.facies.onnx.OnnxGraph;
import org.facies.train.Start;
import org.facies.workspace.FaceNetworks;

/**
 * The network that a run begins with.
 *
 * @param graph from crops to embeddings
 * @param backbone input and output of the network
 * @param terms of the weights that training starts from; empty for random weights
 */
record StartingNetwork(OnnxGraph graph, Backbone backbone, Optional<Licence> terms) {

    /**
     * Finds the network, built in or installed, and checks that the networks that find faces are installed too.
     *
     * @throws BadInput if the name is unknown, if there are no weights to start from, or if a network cannot be used
     */
    static StartingNetwork of(PretrainSettings settings, ModelZoo zoo) {
        Optional<Architectures.BuiltIn> builtIn = Architectures.find(settings.backbone());
        if (builtIn.isEmpty()) {
            return installed(FaceNetworks.with(zoo, settings.backbone()), settings.start());
        }
        if (settings.start() == Start.PRETRAINED) {
            throw new BadInput(
                    "--start",
                    "pretrained",
                    "needs weights, but " + settings.backbone() + " is an architecture without weights",
                    "Use --start scratch, or name an installed backbone.");
        }
        FaceNetworks.of(zoo);
        return built(builtIn.get());
    }

    private static StartingNetwork built(Architectures.BuiltIn network) {
        OnnxGraph graph = network.graph();
        int size = Math.toIntExact(graph.output().shape().get(1));
        return new StartingNetwork(
                graph,
                new Backbone(
                        network.input(),
                        size,
                        graph.input().name(),
                        graph.output().name()),
                Optional.empty());
    }

    private static StartingNetwork installed(InstalledModel model, Start start) {
        return new StartingNetwork(
                OnnxGraph.read(model.file()),
                model.card().backbone(),
                start == Start.PRETRAINED ? Optional.of(model.card().licence()) : Optional.empty());
    }

    InputSpec input() {
        return backbone.input();
    }
}

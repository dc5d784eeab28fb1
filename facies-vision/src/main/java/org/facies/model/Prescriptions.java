package org.facies.model;

import java.util.Optional;
import java.util.Set;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.TrainingNotes;

/**
 * Adds the training rules of arcface_torch, which exported files do not state: the deviation of new filters, and that
 * the scale of the norm before the embedding is not trained if it is 1 in all channels.
 */
final class Prescriptions {

    private static final Set<String> ROWS = Set.of("Gemm", "MatMul", "Add", "Flatten", "Reshape");

    private Prescriptions() {}

    /** The network with the rule that its layers imply, unless its file already states training notes. */
    static ImportedNetwork added(ImportedNetwork network, NetworkFamily family) {
        if (network instanceof ImportedNetwork.Understood understood
                && understood.graph().notes().equals(TrainingNotes.NONE)) {
            OnnxGraph graph = understood.graph();
            return new ImportedNetwork.Understood(graph.withNotes(implied(graph, family)));
        }
        return network;
    }

    private static TrainingNotes implied(OnnxGraph graph, NetworkFamily family) {
        Optional<Double> deviation =
                family instanceof NetworkFamily.IResNet ? Optional.of(IResNet.FILTER_DEVIATION) : Optional.empty();
        return new TrainingNotes(deviation, lastScale(graph).map(Set::of).orElse(Set.of()));
    }

    private static Optional<String> lastScale(OnnxGraph graph) {
        return graph.producer(graph.output().name())
                .filter(node -> node.op().equals("BatchNormalization"))
                .filter(node -> worksOnRows(node, graph))
                .map(node -> node.inputs().get(1))
                .filter(scale -> isOne(graph.weights().get(scale)));
    }

    private static boolean worksOnRows(OnnxNode norm, OnnxGraph graph) {
        return graph.producer(norm.inputs().get(0))
                .filter(node -> ROWS.contains(node.op()))
                .isPresent();
    }

    private static boolean isOne(FloatTensor scale) {
        for (float value : scale.values()) {
            if (value != 1) {
                return false;
            }
        }
        return true;
    }
}

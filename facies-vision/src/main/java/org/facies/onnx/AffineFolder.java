package org.facies.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds affine layers into the convolutions before them; see {@link OnnxGraph#withAffineFolded()}. */
final class AffineFolder {

    private final OnnxGraph graph;
    private final List<OnnxNode> nodes;
    private final Map<String, FloatTensor> weights;

    AffineFolder(OnnxGraph graph) {
        this.graph = graph;
        this.nodes = new ArrayList<>(graph.nodes());
        this.weights = new LinkedHashMap<>(graph.weights());
    }

    OnnxGraph folded() {
        for (OnnxNode node : graph.nodes()) {
            if (ownsItsWeights(node)) {
                AffineTail.behind(node, graph).ifPresent(tail -> fold(node, tail));
            }
        }
        return new OnnxGraph(
                        graph.opset(), graph.inputs(), graph.outputs(), nodes, weights, graph.integers(), graph.notes())
                .withoutUnusedWeights();
    }

    private boolean ownsItsWeights(OnnxNode node) {
        return node.inputs().stream()
                .skip(1)
                .allMatch(weight -> graph.weights().containsKey(weight)
                        && graph.consumers(weight).size() == 1);
    }

    private void fold(OnnxNode conv, AffineTail tail) {
        float[] factor = graph.weights().get(tail.factor()).values();
        float[] summand = graph.weights().get(tail.summand()).values();
        OnnxNode folded =
                new ChannelAffine(factor, summand).foldedInto(conv, tail.add().output(), weights);
        nodes.set(nodes.indexOf(conv), folded);
        nodes.remove(tail.mul());
        nodes.remove(tail.add());
    }
}

package org.facies.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                .filter(graph.weights()::containsKey)
                .allMatch(weight -> graph.consumers(weight).size() == 1);
    }

    /** {@code a(Wx + c) + b = (aW)x + (ac + b)}. */
    private void fold(OnnxNode conv, AffineTail tail) {
        String filters = conv.inputs().get(1);
        String bias = conv.hasInput(2) ? conv.inputs().get(2) : filters.replaceFirst("\\.weight$", "") + ".bias";
        Optional<float[]> before =
                Optional.ofNullable(graph.weights().get(bias)).map(FloatTensor::values);
        float[] factor = graph.weights().get(tail.factor()).values();
        float[] summand = graph.weights().get(tail.summand()).values();
        weights.put(filters, scaled(graph.weights().get(filters), factor));
        float[] shift = new float[factor.length];
        for (int channel = 0; channel < shift.length; channel++) {
            float plain = before.isPresent() ? before.get()[channel] : 0;
            shift[channel] = factor[channel] * plain + summand[channel];
        }
        weights.put(bias, new FloatTensor(List.of((long) shift.length), shift));
        OnnxNode folded = conv.withInputs(List.of(conv.inputs().get(0), filters, bias))
                .withOutput(tail.add().output());
        nodes.set(nodes.indexOf(conv), folded);
        nodes.remove(tail.mul());
        nodes.remove(tail.add());
    }

    /** Every filter times the factor of its output channel; {@code filters} is [out, …]. */
    private static FloatTensor scaled(FloatTensor filters, float[] factor) {
        float[] values = filters.values().clone();
        int perChannel = values.length / factor.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor[i / perChannel];
        }
        return new FloatTensor(filters.shape(), values);
    }
}

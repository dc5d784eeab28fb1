package org.facies.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites folded convolutions as convolution and batch normalisation; see {@link OnnxGraph#withBatchNorm()}. */
final class BatchNormRestorer {

    /** Epsilon of PyTorch's and InsightFace's batch norm. */
    private static final float EPSILON = 1e-5f;

    private final OnnxGraph graph;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, FloatTensor> weights;
    private final List<OnnxNode> swallowed = new ArrayList<>();

    BatchNormRestorer(OnnxGraph graph) {
        this.graph = graph;
        this.weights = new LinkedHashMap<>(graph.weights());
    }

    OnnxGraph restored() {
        for (OnnxNode node : graph.nodes()) {
            if (swallowed.contains(node)) {
                continue;
            }
            if (node.op().equals("Conv")) {
                restore(node);
            } else {
                nodes.add(node);
            }
        }
        dropUnusedWeights();
        return new OnnxGraph(graph.opset(), graph.inputs(), graph.outputs(), nodes, weights, graph.integers());
    }

    private void restore(OnnxNode conv) {
        long channels = graph.weights().get(conv.inputs().get(1)).shape().get(0);
        Optional<OnnxNode> factor = affine(conv.output(), "Mul", channels);
        Optional<OnnxNode> summand = factor.flatMap(mul -> affine(mul.output(), "Add", channels));
        if (summand.isPresent()) {
            swallowed.add(factor.orElseThrow());
            swallowed.add(summand.orElseThrow());
            addNormalised(conv, summand.orElseThrow().output(), channels);
        } else if (conv.hasInput(2) && only(conv.output(), "BatchNormalization").isEmpty()) {
            addNormalised(conv, conv.output(), channels);
        } else {
            nodes.add(conv);
        }
    }

    private void addNormalised(OnnxNode conv, String output, long channels) {
        String base = conv.inputs().get(1).replaceFirst("\\.weight$", "") + ".bn";
        String plain = base + ".input";
        nodes.add(conv.withInputs(conv.inputs().subList(0, 2)).withOutput(plain));
        List<Long> shape = List.of(channels);
        weights.put(base + ".weight", FloatTensor.filled(shape, 1));
        weights.put(base + ".bias", FloatTensor.filled(shape, 0));
        weights.put(base + ".running_mean", FloatTensor.filled(shape, 0));
        weights.put(base + ".running_var", FloatTensor.filled(shape, 1));
        List<String> inputs =
                List.of(plain, base + ".weight", base + ".bias", base + ".running_mean", base + ".running_var");
        nodes.add(new OnnxNode(
                base,
                "BatchNormalization",
                inputs,
                List.of(output),
                Map.of("epsilon", OnnxAttribute.of(EPSILON), "momentum", OnnxAttribute.of(0.9f))));
    }

    /** The only consumer of a tensor when it is {@code op} with one weight per channel. */
    private Optional<OnnxNode> affine(String tensor, String op, long channels) {
        return only(tensor, op)
                .filter(node -> node.inputs().stream()
                        .map(graph.weights()::get)
                        .anyMatch(weight -> weight != null && weight.values().length == channels));
    }

    private Optional<OnnxNode> only(String tensor, String op) {
        List<OnnxNode> users = graph.consumers(tensor);
        return users.size() == 1 && users.get(0).op().equals(op) ? Optional.of(users.get(0)) : Optional.empty();
    }

    private void dropUnusedWeights() {
        List<String> used = nodes.stream()
                .flatMap(node -> node.inputs().stream())
                .distinct()
                .toList();
        weights.keySet().retainAll(java.util.Set.copyOf(used));
    }
}

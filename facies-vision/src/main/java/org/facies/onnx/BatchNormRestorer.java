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
        return new OnnxGraph(
                        graph.opset(), graph.inputs(), graph.outputs(), nodes, weights, graph.integers(), graph.notes())
                .withoutUnusedWeights();
    }

    private void restore(OnnxNode conv) {
        long channels = graph.weights().get(conv.inputs().get(1)).shape().get(0);
        Optional<AffineTail> tail = AffineTail.behind(conv, graph);
        if (tail.isPresent()) {
            swallowed.add(tail.get().mul());
            swallowed.add(tail.get().add());
            addNormalised(conv, tail.get().add().output(), channels);
        } else if (conv.hasInput(2) && !isNormalised(conv)) {
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

    private boolean isNormalised(OnnxNode conv) {
        return graph.consumers(conv.output()).stream()
                .anyMatch(node -> node.op().equals("BatchNormalization"));
    }
}

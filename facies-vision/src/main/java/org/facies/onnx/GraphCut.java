package org.facies.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.input.BadInput;

/**
 * A graph in two parts, one after the other: {@code upper(lower(x))} is the whole.
 *
 * @param lower from the input to the tensor of the cut
 * @param upper from the tensor of the cut to the outputs
 */
public record GraphCut(OnnxGraph lower, OnnxGraph upper) {

    static GraphCut at(OnnxGraph graph, String tensor) {
        if (graph.producer(tensor).isEmpty()) {
            throw bad(tensor, "is not a tensor of this network");
        }
        Set<OnnxNode> below = ancestors(graph, tensor);
        List<OnnxNode> lower = new ArrayList<>();
        List<OnnxNode> upper = new ArrayList<>();
        graph.nodes().forEach(node -> (below.contains(node) ? lower : upper).add(node));
        Set<String> inside = new LinkedHashSet<>();
        lower.forEach(node -> inside.addAll(node.outputs()));
        inside.addAll(graph.inputs().stream().map(OnnxValue::name).toList());
        inside.remove(tensor);
        for (OnnxNode node : upper) {
            for (String input : node.inputs()) {
                if (inside.contains(input)) {
                    throw bad(tensor, "is not a possible cut: \"" + input + "\" bypasses it");
                }
            }
        }
        OnnxValue middle = new OnnxValue(tensor, List.of());
        return new GraphCut(
                part(graph, lower, graph.inputs(), List.of(middle)),
                part(graph, upper, List.of(middle), graph.outputs()));
    }

    private static BadInput bad(String tensor, String what) {
        return new BadInput("cut", tensor, what, "Choose a tensor that every path of the network goes through.");
    }

    private static Set<OnnxNode> ancestors(OnnxGraph graph, String tensor) {
        Map<String, OnnxNode> producers = new HashMap<>();
        graph.nodes().forEach(node -> node.outputs().forEach(output -> producers.put(output, node)));
        Set<OnnxNode> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(tensor));
        while (!open.isEmpty()) {
            OnnxNode node = producers.get(open.pop());
            if (node != null && found.add(node)) {
                open.addAll(node.inputs());
            }
        }
        return found;
    }

    private static OnnxGraph part(
            OnnxGraph graph, List<OnnxNode> nodes, List<OnnxValue> inputs, List<OnnxValue> outputs) {
        Set<String> used = new LinkedHashSet<>();
        nodes.forEach(node -> used.addAll(node.inputs()));
        Map<String, FloatTensor> weights = new LinkedHashMap<>(graph.weights());
        weights.keySet().retainAll(used);
        Map<String, LongTensor> integers = new LinkedHashMap<>(graph.integers());
        integers.keySet().retainAll(used);
        return new OnnxGraph(graph.opset(), inputs, outputs, nodes, weights, integers, graph.notes());
    }
}

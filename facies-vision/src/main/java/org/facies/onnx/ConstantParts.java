package org.facies.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Subgraphs that do not depend on the input: computations on weights, on integers and on the shapes of tensors.
 * Exporters write the target of a reshape in this form.
 */
final class ConstantParts {

    private static final Set<String> OF_SHAPES = Set.of("Shape", "Size");
    private static final Set<String> COPIES = Set.of("Identity", "Cast");

    private final OnnxGraph graph;
    private final Set<String> constant = new HashSet<>();

    ConstantParts(OnnxGraph graph) {
        this.graph = graph;
        Set<String> given = new HashSet<>(graph.weights().keySet());
        given.addAll(graph.integers().keySet());
        given.add("");
        for (OnnxNode node : graph.nodes()) {
            boolean computed = node.inputs().stream().allMatch(name -> given.contains(name) || constant.contains(name));
            if (computed || OF_SHAPES.contains(node.op())) {
                constant.addAll(node.outputs());
            }
        }
    }

    /** The tensors of these subgraphs that the rest of the graph reads. */
    List<String> read() {
        Set<String> read = new LinkedHashSet<>();
        graph.nodes().stream().filter(node -> !isConstant(node)).forEach(node -> read.addAll(node.inputs()));
        read.retainAll(constant);
        return List.copyOf(read);
    }

    private boolean isConstant(OnnxNode node) {
        return constant.contains(node.output());
    }

    /** The graph with these tensors as initialisers, without nodes that are no longer needed. */
    static OnnxGraph replaced(OnnxGraph graph, Map<String, FloatTensor> floats, Map<String, LongTensor> integers) {
        Map<String, FloatTensor> weights = new LinkedHashMap<>(graph.weights());
        weights.putAll(floats);
        Map<String, LongTensor> allIntegers = new LinkedHashMap<>(graph.integers());
        allIntegers.putAll(integers);
        Set<String> needed = new HashSet<>();
        graph.outputs().forEach(output -> needed.add(output.name()));
        List<OnnxNode> nodes = new ArrayList<>();
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            OnnxNode node = graph.nodes().get(i);
            boolean replaced = floats.containsKey(node.output()) || integers.containsKey(node.output());
            if (!replaced && node.outputs().stream().anyMatch(needed::contains)) {
                nodes.add(0, node);
                needed.addAll(node.inputs());
            }
        }
        weights.keySet().retainAll(needed);
        allIntegers.keySet().retainAll(needed);
        return new OnnxGraph(
                graph.opset(), graph.inputs(), graph.outputs(), nodes, weights, allIntegers, graph.notes());
    }

    /** The graph without nodes that only copy. All floats are float32, so casts between kinds of floats are copies. */
    static OnnxGraph withoutCopies(OnnxGraph graph) {
        ConstantParts parts = new ConstantParts(graph);
        Map<String, String> originals = new HashMap<>();
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : graph.nodes()) {
            OnnxNode renamed = node.withInputs(node.inputs().stream()
                    .map(name -> originals.getOrDefault(name, name))
                    .toList());
            boolean result = graph.outputs().stream().anyMatch(o -> o.name().equals(node.output()));
            if (!COPIES.contains(node.op()) || parts.isConstant(node)) {
                nodes.add(renamed);
            } else if (result) {
                nodes.add(OnnxNode.of("Identity", renamed.inputs(), node.output(), Map.of()));
            } else {
                originals.put(node.output(), renamed.inputs().get(0));
            }
        }
        return new OnnxGraph(
                graph.opset(),
                graph.inputs(),
                graph.outputs(),
                nodes,
                graph.weights(),
                graph.integers(),
                graph.notes());
    }
}

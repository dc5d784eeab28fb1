package org.facies.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tensors through which all data flows, in the order from the input: the places where a graph can be cut. */
final class Bottlenecks {

    private final OnnxGraph graph;
    private final Map<String, Integer> lastUses = new HashMap<>();

    Bottlenecks(OnnxGraph graph) {
        this.graph = graph;
        List<OnnxNode> nodes = graph.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            for (String input : nodes.get(i).inputs()) {
                lastUses.put(input, i);
            }
        }
    }

    /** All of them in the graph's order, without the input and the output. */
    List<String> all() {
        List<String> found = new ArrayList<>();
        Set<String> carrying = new LinkedHashSet<>(List.of(graph.input().name()));
        for (int i = 0; i < graph.nodes().size(); i++) {
            int now = i;
            OnnxNode node = graph.nodes().get(i);
            carrying.addAll(node.outputs());
            carrying.removeIf(tensor -> lastUses.getOrDefault(tensor, -1) <= now);
            if (carrying.equals(Set.of(node.output()))) {
                found.add(node.output());
            }
        }
        return found;
    }

    /** The last one with at most a share of all weights below it; empty if there is none. */
    Optional<String> deepestBelow(double share) {
        long all = graph.weights().values().stream()
                .mapToLong(weight -> weight.values().length)
                .sum();
        Set<String> possible = Set.copyOf(all());
        Optional<String> deepest = Optional.empty();
        Set<String> weightsBelow = new LinkedHashSet<>();
        for (OnnxNode node : graph.nodes()) {
            node.inputs().stream().filter(graph.weights()::containsKey).forEach(weightsBelow::add);
            if (size(weightsBelow) > share * all) {
                return deepest;
            }
            if (possible.contains(node.output())) {
                deepest = Optional.of(node.output());
            }
        }
        return deepest;
    }

    private long size(Set<String> weights) {
        return weights.stream()
                .mapToLong(name -> graph.weights().get(name).values().length)
                .sum();
    }
}

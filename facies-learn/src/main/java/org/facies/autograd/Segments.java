package org.facies.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.onnx.GraphCut;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** Divides a graph at its possible cuts, so that recomputing it needs little memory. */
final class Segments {

    /** Largest number of segments; more save nothing in face networks. */
    private static final int MOST = 32;

    private final OnnxGraph graph;
    private final Map<String, Long> sizes;

    /** @param sizes number of elements of every tensor, for one picture */
    Segments(OnnxGraph graph, Map<String, Long> sizes) {
        this.graph = graph;
        this.sizes = Map.copyOf(sizes);
    }

    /** The segments in their order; a single one if division saves no memory. */
    List<OnnxGraph> leastMemory() {
        List<String> best = List.of();
        long least = peak(best);
        for (int parts = 2; parts <= MOST; parts++) {
            List<String> cuts = evenCuts(parts);
            long peak = peak(cuts);
            if (peak < least) {
                least = peak;
                best = cuts;
            }
        }
        return divided(best);
    }

    /** The first possible cut after each equal share of all activations. */
    private List<String> evenCuts(int parts) {
        long all = graph.nodes().stream().mapToLong(this::size).sum();
        List<String> possible = graph.bottlenecks();
        List<String> cuts = new ArrayList<>();
        long below = 0;
        for (OnnxNode node : graph.nodes()) {
            below += size(node);
            if (below * parts >= all * (cuts.size() + 1) && possible.contains(node.output())) {
                cuts.add(node.output());
            }
        }
        return cuts;
    }

    /** The largest number of elements in memory: those kept between segments, and the inside of the largest one. */
    private long peak(List<String> cuts) {
        long between = 0;
        long inside = 0;
        long largest = 0;
        for (OnnxNode node : graph.nodes()) {
            inside += size(node);
            largest = Math.max(largest, inside);
            if (cuts.contains(node.output())) {
                between += size(node);
                inside = 0;
            }
        }
        return between + largest;
    }

    private long size(OnnxNode node) {
        return sizes.getOrDefault(node.output(), 0L);
    }

    private List<OnnxGraph> divided(List<String> cuts) {
        List<OnnxGraph> segments = new ArrayList<>();
        OnnxGraph rest = graph;
        for (String tensor : cuts) {
            GraphCut cut = rest.cutAt(tensor);
            segments.add(cut.lower());
            rest = cut.upper();
        }
        segments.add(rest);
        return segments;
    }
}

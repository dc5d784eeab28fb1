package org.facies.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reverses the colour channels in the filters of the first convolution. */
final class InputChannels {

    private static final Set<String> SAME_FOR_ALL = Set.of("Identity", "Sub", "Add", "Mul", "Div");
    private static final int COLOURS = 3;

    private InputChannels() {}

    /** The graph whose first filters expect the channels in reverse; empty if it does not begin with a convolution. */
    static Optional<OnnxGraph> reversed(OnnxGraph graph) {
        String tensor = graph.input().name();
        List<OnnxNode> users = graph.consumers(tensor);
        while (users.size() == 1 && actsOnAllAlike(users.get(0), graph)) {
            tensor = users.get(0).output();
            users = graph.consumers(tensor);
        }
        if (users.size() != 1 || !users.get(0).op().equals("Conv")) {
            return Optional.empty();
        }
        String name = users.get(0).inputs().get(1);
        FloatTensor filters = graph.weights().get(name);
        if (filters == null || filters.shape().size() != 4 || filters.shape().get(1) != COLOURS) {
            return Optional.empty();
        }
        return Optional.of(graph.withWeights(Map.of(name, reversed(filters))));
    }

    /** Whether a node treats all channels alike, such as the subtraction of one mean. */
    private static boolean actsOnAllAlike(OnnxNode node, OnnxGraph graph) {
        return SAME_FOR_ALL.contains(node.op())
                && node.inputs().stream()
                        .skip(1)
                        .allMatch(name -> graph.weights().containsKey(name)
                                && graph.weights().get(name).values().length == 1);
    }

    private static FloatTensor reversed(FloatTensor filters) {
        float[] from = filters.values();
        float[] to = new float[from.length];
        int area = Math.toIntExact(filters.shape().get(2) * filters.shape().get(3));
        for (int plane = 0; plane < from.length / area; plane++) {
            int mirrored = plane - plane % COLOURS + COLOURS - 1 - plane % COLOURS;
            System.arraycopy(from, plane * area, to, mirrored * area, area);
        }
        return new FloatTensor(filters.shape(), to);
    }
}

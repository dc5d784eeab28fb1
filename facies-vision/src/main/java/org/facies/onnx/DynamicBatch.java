package org.facies.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the first extent of inputs, outputs and Reshape targets independent of the exported number of images. */
final class DynamicBatch {

    /** In the target of a Reshape: copy the extent of the input. */
    private static final long KEEP = 0;

    private DynamicBatch() {}

    static OnnxGraph of(OnnxGraph graph) {
        Map<String, LongTensor> integers = new LinkedHashMap<>(graph.integers());
        for (OnnxNode node : graph.nodes()) {
            if (node.op().equals("Reshape") && node.hasInput(1)) {
                integers.computeIfPresent(node.inputs().get(1), (name, target) -> freed(target));
            }
        }
        return new OnnxGraph(
                graph.opset(),
                freed(graph.inputs()),
                freed(graph.outputs()),
                graph.nodes(),
                graph.weights(),
                integers,
                graph.notes());
    }

    private static LongTensor freed(LongTensor target) {
        return target.values().size() < 2 ? target : new LongTensor(target.shape(), first(KEEP, target.values()));
    }

    private static List<OnnxValue> freed(List<OnnxValue> values) {
        return values.stream()
                .map(value -> value.shape().isEmpty()
                        ? value
                        : new OnnxValue(value.name(), first(OnnxValue.DYNAMIC, value.shape()), value.type()))
                .toList();
    }

    private static List<Long> first(long replacement, List<Long> extents) {
        List<Long> changed = new ArrayList<>(extents);
        changed.set(0, replacement);
        return changed;
    }
}

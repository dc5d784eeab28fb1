package org.facies.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Graphs for tests. */
final class Networks {

    private Networks() {}

    /** Two convolutions as dlib has them, with an affine layer each, and a sum across the second; then a matrix. */
    static OnnxGraph affine() {
        List<OnnxNode> nodes = new ArrayList<>();
        nodes.add(conv("input", "a"));
        nodes.add(OnnxNode.of("Mul", List.of("a.out", "a.scale"), "a.scaled", Map.of()));
        nodes.add(OnnxNode.of("Add", List.of("a.scaled", "a.shift"), "a.affine", Map.of()));
        nodes.add(OnnxNode.of("Relu", List.of("a.affine"), "stem", Map.of()));
        nodes.add(conv("stem", "b"));
        nodes.add(OnnxNode.of("Add", List.of("b.out", "stem"), "block", Map.of()));
        nodes.add(OnnxNode.of("GlobalAveragePool", List.of("block"), "pool", Map.of()));
        nodes.add(OnnxNode.of("Reshape", List.of("pool", "flat.shape"), "flat", Map.of()));
        nodes.add(OnnxNode.of("MatMul", List.of("flat", "fc.weight"), "embedding", Map.of()));
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(1L, 3L, 8L, 8L))),
                List.of(new OnnxValue("embedding", List.of(1L, 5L))),
                nodes,
                Map.of(
                        "a.weight", ramp(3, 3, 3, 3),
                        "a.bias", ramp(3),
                        "a.scale", ramp(1, 3, 1, 1),
                        "a.shift", ramp(1, 3, 1, 1),
                        "b.weight", ramp(3, 3, 3, 3),
                        "b.bias", ramp(3),
                        "fc.weight", ramp(3, 5)),
                Map.of("flat.shape", new LongTensor(List.of(2L), List.of(1L, -1L))));
    }

    private static OnnxNode conv(String from, String name) {
        return OnnxNode.of(
                "Conv",
                List.of(from, name + ".weight", name + ".bias"),
                name + ".out",
                Map.of(
                        "kernel_shape", OnnxAttribute.of(List.of(3L, 3L)),
                        "pads", OnnxAttribute.of(List.of(1L, 1L, 1L, 1L))));
    }

    static FloatTensor ramp(long... shape) {
        List<Long> extents =
                IntStream.range(0, shape.length).mapToObj(i -> shape[i]).toList();
        FloatTensor tensor = FloatTensor.filled(extents, 0);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) Math.sin(i);
        }
        return tensor;
    }
}

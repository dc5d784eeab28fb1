package org.facies.autograd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** Small graphs of the shapes that real networks have, with seeded random weights. */
final class Graphs {

    private final Map<String, FloatTensor> weights = new LinkedHashMap<>();
    private final Map<String, LongTensor> integers = new LinkedHashMap<>();
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Random random;

    private Graphs(long seed) {
        this.random = new Random(seed);
    }

    /** Depthwise convolutions, dilation, PReLU, padding that differs at opposite edges, a Reshape for one picture. */
    static OnnxGraph mobile(long seed) {
        Graphs g = new Graphs(seed);
        g.conv("input", "stem", new long[] {8, 3, 3, 3}, Map.of("pads", ints(1, 1, 1, 1), "strides", ints(2, 2)));
        g.prelu("stem", "stem.act", 8);
        g.conv("stem.act", "deep", new long[] {8, 1, 3, 3}, Map.of("pads", ints(0, 0, 1, 1), "group", one(8)));
        g.prelu("deep", "deep.act", 8);
        g.conv("deep.act", "wide", new long[] {8, 8, 3, 3}, Map.of("pads", ints(2, 2, 2, 2), "dilations", ints(2, 2)));
        g.node("MaxPool", List.of("wide"), "max", Map.of("kernel_shape", ints(3, 3), "pads", ints(0, 0, 2, 2)));
        g.node(
                "AveragePool",
                List.of("max"),
                "mean",
                Map.of("kernel_shape", ints(3, 3), "pads", ints(1, 1, 1, 1), "count_include_pad", one(1)));
        g.node("Sub", List.of("mean", "wide.bias.centre"), "centred", Map.of());
        g.weight("wide.bias.centre", 0.3, 1, 8, 1, 1);
        g.node("Transpose", List.of("centred"), "turned", Map.of("perm", ints(0, 2, 3, 1)));
        g.integers.put("target", new LongTensor(List.of(2L), List.of(1L, -1L)));
        g.node("Reshape", List.of("turned", "target"), "embedding", Map.of());
        return g.build(11);
    }

    /** A pre-activation residual block with batch norm, dropout, Gemm and batch norm of vectors: IResNet's parts. */
    static OnnxGraph residual(long seed) {
        Graphs g = new Graphs(seed);
        g.norm("input", "bn1", 3);
        g.conv("bn1", "conv1", new long[] {3, 3, 3, 3}, Map.of("pads", ints(1, 1, 1, 1)));
        g.norm("conv1", "bn2", 3);
        g.prelu("bn2", "act", 3);
        g.node("Add", List.of("act", "input"), "sum", Map.of());
        g.node("Relu", List.of("sum"), "relu", Map.of());
        g.node("GlobalAveragePool", List.of("relu"), "pool", Map.of());
        g.node("Dropout", List.of("pool"), "dropped", Map.of("ratio", OnnxAttribute.of(0.4f)));
        g.node("Flatten", List.of("dropped"), "flat", Map.of());
        g.weight("fc.weight", 0.5, 5, 3);
        g.weight("fc.bias", 0.5, 5);
        g.node("Gemm", List.of("flat", "fc.weight", "fc.bias"), "fc", Map.of("transB", one(1)));
        g.norm("fc", "features", 5);
        g.node("Identity", List.of("features"), "same", Map.of());
        g.node("Softmax", List.of("same"), "embedding", Map.of("axis", one(1)));
        return g.build(11);
    }

    /** One node between input and output. */
    static OnnxGraph of(String op, Map<String, OnnxAttribute> attributes) {
        Graphs g = new Graphs(1);
        g.node(op, List.of("input"), "embedding", attributes);
        return g.build(17);
    }

    static OnnxAttribute ints(long... values) {
        return OnnxAttribute.of(java.util.Arrays.stream(values).boxed().toList());
    }

    static OnnxAttribute one(long value) {
        return OnnxAttribute.of(value);
    }

    private void conv(String from, String name, long[] shape, Map<String, OnnxAttribute> attributes) {
        weight(name + ".weight", Math.sqrt(1.0 / (shape[1] * shape[2] * shape[3])), shape);
        weight(name + ".bias", 0.2, shape[0]);
        Map<String, OnnxAttribute> all = new LinkedHashMap<>(attributes);
        all.put("kernel_shape", ints(shape[2], shape[3]));
        node("Conv", List.of(from, name + ".weight", name + ".bias"), name, all);
    }

    private void norm(String from, String name, long channels) {
        List<String> inputs = new ArrayList<>(List.of(from));
        for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
            weight(name + "." + part, 0.3, channels);
            inputs.add(name + "." + part);
        }
        float[] variances = weights.get(name + ".running_var").values();
        for (int i = 0; i < variances.length; i++) {
            variances[i] = 0.5f + Math.abs(variances[i]);
        }
        node("BatchNormalization", inputs, name, Map.of("epsilon", OnnxAttribute.of(1e-5f)));
    }

    private void prelu(String from, String to, long channels) {
        weight(to + ".slope", 0.3, channels, 1, 1);
        node("PRelu", List.of(from, to + ".slope"), to, Map.of());
    }

    private void node(String op, List<String> inputs, String output, Map<String, OnnxAttribute> attributes) {
        nodes.add(OnnxNode.of(op, inputs, output, attributes));
    }

    private void weight(String name, double deviation, long... shape) {
        FloatTensor tensor =
                FloatTensor.filled(java.util.Arrays.stream(shape).boxed().toList(), 0);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (random.nextGaussian() * deviation);
        }
        weights.put(name, tensor);
    }

    private OnnxGraph build(long opset) {
        return new OnnxGraph(
                opset,
                List.of(new OnnxValue("input", List.of(1L, 3L, 12L, 12L))),
                List.of(new OnnxValue("embedding", List.of())),
                nodes,
                weights,
                integers);
    }
}

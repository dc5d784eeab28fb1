package org.facies.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.input.BadInput;

/**
 * Quantises the convolutions of a network to 8 bits (Jacob et al. 2018), as ONNX represents it: {@code QuantizeLinear}
 * and {@code DequantizeLinear} around each convolution, which ONNX Runtime fuses into one. Activations are uint8 with
 * one scale for a tensor, filters int8 with one for each output channel ({@link PackedFilters}), biases int32.
 * Everything else stays float32: sums across shortcuts, slopes, the last matrix.
 */
public final class Quantiser {

    /** The first operator set with a scale for each channel. */
    private static final long OPSET = 13;

    /** Operators with the same meaning in operator sets 7 to 13. */
    private static final Set<String> TIMELESS = Set.of(
            "Add",
            "AveragePool",
            "BatchNormalization",
            "Concat",
            "Conv",
            "Div",
            "Flatten",
            "Gemm",
            "GlobalAveragePool",
            "Identity",
            "LpNormalization",
            "MatMul",
            "MaxPool",
            "Mul",
            "PRelu",
            "Relu",
            "Reshape",
            "Sigmoid",
            "Sub",
            "Transpose");

    private final OnnxGraph graph;
    private final Set<String> inputs = new LinkedHashSet<>();
    private final Set<String> outputs = new LinkedHashSet<>();

    /**
     * Prepares a network: batch norm and affine layers are folded into the convolutions, and an operator set before 13
     * is raised to 13.
     *
     * @param name the network's name in error messages
     * @throws BadInput if there is no convolution, or an old operator with a different meaning in operator set 13
     */
    public Quantiser(String name, OnnxGraph network) {
        this.graph = raised(name, network.withAffineFolded().withBatchNormFolded());
        for (OnnxNode node : graph.nodes()) {
            if (isQuantised(node)) {
                inputs.add(node.inputs().get(0));
                outputs.add(reluBehind(node).orElse(node).output());
            }
        }
        if (inputs.isEmpty()) {
            throw new BadInput(name, "", "has no convolution to quantise", "Use it without quantisation.");
        }
    }

    private static OnnxGraph raised(String name, OnnxGraph graph) {
        if (graph.opset() >= OPSET) {
            return graph;
        }
        for (OnnxNode node : graph.nodes()) {
            if (!TIMELESS.contains(node.op()) && !isSoftmaxOfMatrix(node, graph)) {
                throw new BadInput(
                        name + ", node",
                        node.name(),
                        "is a " + node.op() + " of operator set " + graph.opset()
                                + ", which may have another meaning in operator set " + OPSET,
                        "Export the model with operator set " + OPSET + " or later.");
            }
        }
        return new OnnxGraph(
                OPSET,
                graph.inputs(),
                graph.outputs(),
                graph.nodes(),
                graph.weights(),
                graph.integers(),
                graph.notes());
    }

    /**
     * Whether a node is a softmax along the second of two axes, as in classifier heads; it never changed its meaning.
     */
    private static boolean isSoftmaxOfMatrix(OnnxNode node, OnnxGraph graph) {
        return node.op().equals("Softmax")
                && node.integer("axis", 0) == 1
                && graph.producer(node.inputs().get(0))
                        .filter(before -> before.op().equals("Gemm"))
                        .isPresent();
    }

    private boolean isQuantised(OnnxNode node) {
        return node.op().equals("Conv") && node.inputs().stream().skip(1).allMatch(graph.weights()::containsKey);
    }

    /** The Relu after a convolution, which ONNX Runtime fuses with the output's quantisation. */
    private Optional<OnnxNode> reluBehind(OnnxNode conv) {
        List<OnnxNode> users = graph.consumers(conv.output());
        boolean seen = graph.outputs().stream().anyMatch(output -> output.name().equals(conv.output()));
        return users.size() == 1 && !seen && users.get(0).op().equals("Relu")
                ? Optional.of(users.get(0))
                : Optional.empty();
    }

    /** The prepared network, with the tensors whose ranges {@link #quantised} needs as outputs. */
    public OnnxGraph observed() {
        return graph.withOutputs(List.copyOf(tensors()));
    }

    private Set<String> tensors() {
        Set<String> tensors = new LinkedHashSet<>(inputs);
        tensors.addAll(outputs);
        return tensors;
    }

    /**
     * The network with 8-bit convolutions. Its inputs and outputs keep their names and shapes.
     *
     * @param ranges of all outputs of {@link #observed}
     */
    public QuantisedGraph quantised(Map<String, ActivationRange> ranges) {
        return new Writing(ranges).written();
    }

    private final class Writing {
        private final Map<String, ActivationRange> ranges;
        private final List<OnnxNode> nodes = new ArrayList<>();
        private final Map<String, FloatTensor> weights = new LinkedHashMap<>(graph.weights());
        private final Map<String, PackedTensor> packed = new LinkedHashMap<>();
        private final Set<String> made = new HashSet<>();

        Writing(Map<String, ActivationRange> ranges) {
            this.ranges = Map.copyOf(ranges);
            if (!ranges.keySet().containsAll(tensors())) {
                throw new IllegalArgumentException("a range is missing for one of " + tensors());
            }
        }

        QuantisedGraph written() {
            for (OnnxNode node : graph.nodes()) {
                OnnxNode plain = isQuantised(node) ? convolution(node) : node;
                if (outputs.contains(node.output())) {
                    String exact = node.output() + "/float";
                    nodes.add(plain.withOutput(exact));
                    round(exact, node.output(), ranges.get(node.output()));
                } else {
                    nodes.add(plain);
                }
            }
            OnnxGraph written = new OnnxGraph(
                    graph.opset(),
                    graph.inputs(),
                    graph.outputs(),
                    nodes,
                    weights,
                    graph.integers(),
                    TrainingNotes.NONE);
            return new QuantisedGraph(written.withoutUnusedWeights(), packed);
        }

        private OnnxNode convolution(OnnxNode conv) {
            String input = conv.inputs().get(0);
            FloatTensor weight = graph.weights().get(conv.inputs().get(1));
            float[] bias = conv.hasInput(2)
                    ? graph.weights().get(conv.inputs().get(2)).values()
                    : new float[Math.toIntExact(weight.shape().get(0))];
            float inputScale = ranges.get(input).scale();
            PackedFilters filters = PackedFilters.of(weight, bias, inputScale);
            float[] biasScales = filters.scales().clone();
            for (int channel = 0; channel < biasScales.length; channel++) {
                biasScales[channel] *= inputScale;
            }
            String name = conv.output() + "/filters";
            packed.put(name + "/zero", filters.zeroPoints());
            String shift = conv.output() + "/bias";
            return conv.withInputs(List.of(
                    rounded(input),
                    stored(name, filters.filters(), filters.scales(), List.of(name + "/zero")),
                    stored(shift, filters.bias(), biasScales, List.of())));
        }

        /** The tensor rounded to uint8; each tensor is rounded only once. */
        private String rounded(String tensor) {
            if (outputs.contains(tensor)) {
                return tensor;
            }
            String rounded = tensor + "/rounded";
            if (made.add(rounded)) {
                round(tensor, rounded, ranges.get(tensor));
            }
            return rounded;
        }

        private void round(String exact, String rounded, ActivationRange range) {
            String scale = rounded + "/scale";
            String zero = rounded + "/zero";
            weights.put(scale, new FloatTensor(List.of(), new float[] {range.scale()}));
            packed.put(zero, PackedTensor.uint8(range.zeroPoint()));
            String steps = rounded + "/uint8";
            nodes.add(OnnxNode.of("QuantizeLinear", List.of(exact, scale, zero), steps, Map.of()));
            nodes.add(new OnnxNode(
                    rounded + "/dequantise",
                    "DequantizeLinear",
                    List.of(steps, scale, zero),
                    List.of(rounded),
                    Map.of()));
        }

        /** Adds integers with a scale for each output channel, converted to float32. */
        private String stored(String name, PackedTensor tensor, float[] scales, List<String> zero) {
            packed.put(name + "/whole", tensor);
            weights.put(name + "/scale", new FloatTensor(List.of((long) scales.length), scales));
            List<String> read = new ArrayList<>(List.of(name + "/whole", name + "/scale"));
            read.addAll(zero);
            nodes.add(OnnxNode.of("DequantizeLinear", read, name, Map.of("axis", OnnxAttribute.of(0))));
            return name;
        }
    }
}

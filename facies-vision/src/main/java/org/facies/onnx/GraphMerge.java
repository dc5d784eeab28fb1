package org.facies.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Combines several networks with the same input into one graph. Identical computations, with the same operation,
 * weights and input, occur only once in the combined graph. Networks that were trained above a common frozen trunk
 * therefore share that trunk, wherever it ends.
 *
 * <pre>{@code
 * GraphMerge merge = new GraphMerge(17);
 * List<String> first = merge.add(oneGraph, "x");
 * List<String> second = merge.add(otherGraph, "x");
 * String mean = merge.node("Mean", List.of(first.get(0), second.get(0)), Map.of());
 * OnnxGraph both = merge.graph(List.of(new OnnxValue("x", shape)), List.of(new OnnxValue(mean, List.of())));
 * }</pre>
 */
public final class GraphMerge {

    private final long opset;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, FloatTensor> weights = new LinkedHashMap<>();
    private final Map<String, LongTensor> integers = new LinkedHashMap<>();

    private final Map<Numbers, String> knownWeights = new HashMap<>();
    private final Map<LongTensor, String> knownIntegers = new HashMap<>();
    private final Map<Step, OnnxNode> knownSteps = new HashMap<>();

    /** Starts an empty graph with an operator set. */
    public GraphMerge(long opset) {
        this.opset = opset;
    }

    /** An operation without the names of its outputs. */
    private record Step(String op, List<String> inputs, Map<String, OnnxAttribute> attributes, int outputs) {}

    /** Weights, equal if all bits are equal. */
    private static final class Numbers {
        private final FloatTensor tensor;
        private final int hash;

        Numbers(FloatTensor tensor) {
            this.tensor = tensor;
            this.hash = 31 * tensor.shape().hashCode() + Arrays.hashCode(tensor.values());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers numbers
                    && tensor.shape().equals(numbers.tensor.shape())
                    && Arrays.equals(tensor.values(), numbers.tensor.values());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * Adds a network.
     *
     * @param graph of the same operator set, with one input
     * @param input the tensor that it reads
     * @return the tensors for its outputs, in their order
     * @throws IllegalArgumentException if its operator set is a different one
     */
    public List<String> add(OnnxGraph graph, String input) {
        if (graph.opset() != opset) {
            throw new IllegalArgumentException("operator set " + graph.opset() + " and " + opset);
        }
        Map<String, String> renamed = new HashMap<>();
        renamed.put("", "");
        renamed.put(graph.input().name(), input);
        graph.weights().forEach((name, tensor) -> renamed.put(name, floats(tensor)));
        graph.integers().forEach((name, tensor) -> renamed.put(name, longs(tensor)));
        for (OnnxNode node : graph.nodes()) {
            List<String> inputs = node.inputs().stream().map(renamed::get).toList();
            List<String> outputs = step(new Step(
                    node.op(), inputs, node.attributes(), node.outputs().size()));
            for (int i = 0; i < outputs.size(); i++) {
                renamed.put(node.outputs().get(i), outputs.get(i));
            }
        }
        return graph.outputs().stream().map(value -> renamed.get(value.name())).toList();
    }

    /**
     * Adds an operation with one output.
     *
     * @return its output
     */
    public String node(String op, List<String> inputs, Map<String, OnnxAttribute> attributes) {
        return step(new Step(op, List.copyOf(inputs), Map.copyOf(attributes), 1))
                .get(0);
    }

    /**
     * Adds an operation whose output has a given name, for an output of the graph.
     *
     * @param name that no other tensor has
     */
    public void named(String name, String op, List<String> inputs, Map<String, OnnxAttribute> attributes) {
        nodes.add(OnnxNode.of(op, inputs, name, attributes));
    }

    private List<String> step(Step step) {
        OnnxNode node = knownSteps.get(step);
        if (node == null) {
            String name = step.op() + "_" + nodes.size();
            List<String> outputs = new ArrayList<>();
            for (int i = 0; i < step.outputs(); i++) {
                outputs.add(i == 0 ? name : name + "." + i);
            }
            node = new OnnxNode(name, step.op(), step.inputs(), outputs, step.attributes());
            nodes.add(node);
            knownSteps.put(step, node);
        }
        return node.outputs();
    }

    /** Adds weights and returns their tensor. */
    public String floats(FloatTensor tensor) {
        return knownWeights.computeIfAbsent(new Numbers(tensor), content -> {
            String name = "weight_" + weights.size();
            weights.put(name, tensor);
            return name;
        });
    }

    /** Adds integers and returns their tensor. */
    public String longs(LongTensor tensor) {
        return knownIntegers.computeIfAbsent(tensor, content -> {
            String name = "integer_" + integers.size();
            integers.put(name, tensor);
            return name;
        });
    }

    /** The combined graph with these inputs and outputs. */
    public OnnxGraph graph(List<OnnxValue> inputs, List<OnnxValue> outputs) {
        return new OnnxGraph(opset, inputs, outputs, nodes, weights, integers).withoutUnusedWeights();
    }
}

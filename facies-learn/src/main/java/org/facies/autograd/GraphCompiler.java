package org.facies.autograd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** Compiles nodes to operations. Relu and Add work in place if no other node reads the tensor. */
final class GraphCompiler {

    /** Operators whose gradient does not need their own output, so that the next one may overwrite it. */
    private static final Set<String> OUTPUT_NOT_NEEDED = Set.of("Conv", "BatchNormalization", "Add", "Gemm", "MatMul");

    private final OnnxGraph graph;
    private final String picture;

    /** A compiler for a graph whose input needs no gradient. */
    GraphCompiler(OnnxGraph graph) {
        this(graph, graph.input().name());
    }

    /**
     * A compiler for a graph or a segment of one.
     *
     * @param picture name of the whole graph's input, the only tensor that needs no gradient
     */
    GraphCompiler(OnnxGraph graph, String picture) {
        this.graph = graph;
        this.picture = picture;
    }

    Program program() {
        List<Planned> planned = graph.nodes().stream()
                .map(node -> new Planned(node.output(), operation(node), node.inputs()))
                .toList();
        return new Program(graph.input().name(), graph.output().name(), withLastUses(planned));
    }

    private record Planned(String output, Operation operation, List<String> reads) {}

    private Operation operation(OnnxNode node) {
        return switch (node.op()) {
            case "Conv" -> convolution(node);
            case "BatchNormalization" ->
                AbsorbedNorm.isAbsorbed(node, graph, picture)
                        ? Elementwise.plainNorm(node)
                        : Elementwise.batchNorm(node);
            case "Relu" -> mayOverwrite(node, 0) ? Elementwise.reluInPlace(node) : Elementwise.relu(node);
            case "PRelu" -> Elementwise.prelu(node);
            case "Clip", "LeakyRelu", "Sigmoid", "Tanh" -> Pointwise.of(node, graph);
            case "Add" -> Elementwise.add(node, mayOverwrite(node, 0), mayOverwrite(node, 1));
            case "Sub", "Mul", "Div" -> Elementwise.arithmetic(node);
            case "Dropout" -> Elementwise.dropout(node, graph);
            case "LpNormalization" -> Elementwise.normalise(node);
            case "Softmax" -> Elementwise.softmax(node, graph);
            case "Identity" -> Reshaping.identity(node);
            case "MaxPool" -> Pooling.max(node);
            case "AveragePool" -> Pooling.average(node);
            case "GlobalAveragePool" -> Pooling.globalAverage(node);
            case "Gemm" -> Matrices.gemm(node);
            case "MatMul" -> Matrices.product(node);
            case "Pad" -> Reshaping.pad(node, graph);
            case "Squeeze" -> Reshaping.squeeze(node, graph);
            case "Flatten" -> Reshaping.flatten(node);
            case "Reshape" -> Reshaping.reshape(node, graph);
            case "Transpose" -> Reshaping.transpose(node);
            default ->
                throw Unsupported.node(node, "uses the operator " + node.op() + ", which cannot be trained here");
        };
    }

    private Operation convolution(OnnxNode node) {
        return AbsorbedNorm.before(node, graph, picture)
                .map(Operation.class::cast)
                .orElseGet(() -> Convolution.of(node, graph));
    }

    private boolean mayOverwrite(OnnxNode node, int input) {
        String name = node.inputs().get(input);
        return graph.consumers(name).size() == 1
                && !name.equals(graph.output().name())
                && graph.producer(name)
                        .filter(producer -> OUTPUT_NOT_NEEDED.contains(producer.op()))
                        .isPresent();
    }

    private List<Program.Step> withLastUses(List<Planned> planned) {
        Set<String> usedLater = new HashSet<>(Set.of(graph.output().name()));
        List<Program.Step> steps = new ArrayList<>();
        for (int i = planned.size() - 1; i >= 0; i--) {
            Planned step = planned.get(i);
            List<String> lastUses = step.reads().stream()
                    .distinct()
                    .filter(name -> !graph.weights().containsKey(name))
                    .filter(name -> !usedLater.contains(name))
                    .toList();
            usedLater.addAll(step.reads());
            steps.add(0, new Program.Step(step.output(), step.operation(), lastUses));
        }
        return steps;
    }
}

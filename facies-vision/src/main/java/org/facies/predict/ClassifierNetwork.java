package org.facies.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.embed.CropNetwork;
import org.facies.input.BadInput;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.QuantisedGraph;

/**
 * The network of a classifier with the names of its tensors: {@code model.onnx} of a trial, or a quantised copy. Its
 * first output is the probabilities, computed by a softmax. Its second, if present, is the embedding. The logits are
 * the input of the softmax.
 */
public final class ClassifierNetwork {

    private static final String REMEDY = "Use the model.onnx of a trial of a study.";

    private final String name;
    private final OnnxGraph graph;
    private final byte[] onnx;
    private final List<String> tensors;

    private ClassifierNetwork(String name, OnnxGraph graph, byte[] onnx, List<String> tensors) {
        this.name = name;
        this.graph = graph;
        this.onnx = onnx;
        this.tensors = List.copyOf(tensors);
    }

    /**
     * Reads a file.
     *
     * @throws BadInput if the file is missing or is not a classifier
     */
    public static ClassifierNetwork read(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput(file.toString(), "", "is missing", REMEDY);
        }
        return of(file.toString(), OnnxGraph.read(file));
    }

    /**
     * The network of a graph.
     *
     * @param name its name in error messages
     * @throws BadInput if its first output is not the output of a softmax
     */
    public static ClassifierNetwork of(String name, OnnxGraph graph) {
        String probabilities = graph.output().name();
        OnnxNode softmax = graph.producer(probabilities)
                .filter(node -> node.op().equals("Softmax"))
                .orElseThrow(() -> new BadInput(
                        name + ", output",
                        probabilities,
                        "is not the output of a softmax, so it does not contain probabilities",
                        REMEDY));
        List<String> tensors =
                new ArrayList<>(List.of(probabilities, softmax.inputs().get(0)));
        if (graph.outputs().size() > 1) {
            tensors.add(graph.outputs().get(1).name());
        }
        OnnxGraph giving = graph.withOutputs(tensors);
        return new ClassifierNetwork(name, graph, giving.toBytes(), tensors);
    }

    /**
     * The quantised network.
     *
     * @param other its name in error messages
     * @param quantised version of {@link #graph}
     */
    public ClassifierNetwork quantised(String other, QuantisedGraph quantised) {
        return new ClassifierNetwork(other, graph, quantised.toBytes(), tensors);
    }

    /** The graph with probabilities, logits and, if present, the embedding as its outputs. */
    public OnnxGraph graph() {
        return graph.withOutputs(tensors);
    }

    /** Number of classes; empty if the graph does not state it. */
    private Optional<Long> classes() {
        List<Long> shape = graph.output().shape();
        return shape.size() == 2 && shape.get(1) > 0 ? Optional.of(shape.get(1)) : Optional.empty();
    }

    boolean hasEmbedding() {
        return tensors.size() > 2;
    }

    /**
     * Loads it into ONNX Runtime; the outputs are probabilities, logits and, if present, the embedding.
     *
     * @throws BadInput if it has another number of classes, or cannot be loaded
     */
    CropNetwork open(ClassifierSpec spec, int threads) {
        classes().filter(classes -> classes != spec.classes().size()).ifPresent(classes -> {
            throw new BadInput(
                    name,
                    "",
                    "has %d classes, but %d are named: %s"
                            .formatted(classes, spec.classes().size(), String.join(", ", spec.classes())),
                    "Name the classes on which it was trained.");
        });
        InputSpec input = spec.input();
        return CropNetwork.open(
                name, onnx, new CropNetwork.Ends(input, graph.input().name(), tensors), threads);
    }
}

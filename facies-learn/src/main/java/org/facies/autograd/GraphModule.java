package org.facies.autograd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * An {@link OnnxGraph} that runs on libtorch and can be trained. It owns its weights as tensors until it is closed.
 *
 * <p>Use it from one thread at a time, because of libtorch's gradients.
 */
public final class GraphModule implements AutoCloseable {

    private final OnnxGraph graph;
    private final Weights weights;
    private final Program program;
    private final Execution execution;
    private Optional<List<Program>> segments = Optional.empty();

    /**
     * Prepares a graph, with its own copy of the weights.
     *
     * @throws org.facies.input.BadInput if the graph has an operator or an attribute that is not supported
     */
    public GraphModule(OnnxGraph graph) {
        this(graph, Execution.cpu());
    }

    /** Prepares a graph like {@link #GraphModule(OnnxGraph)}, with another device, precision or layout. */
    public GraphModule(OnnxGraph graph, Execution execution) {
        this.graph = graph.withDynamicBatch();
        this.program = new GraphCompiler(this.graph).program();
        this.weights = new Weights(this.graph, execution);
        this.execution = execution;
    }

    /**
     * Runs the graph. Call it inside {@link NativeMemory}, which frees all tensors made here.
     *
     * @param input float[n]… with the shape of the graph's input, on any device
     * @return the graph's first output
     */
    public Tensor forward(Tensor input, Mode mode) {
        return execution.inPrecision(() -> program.run(execution.place(input), mode, weights));
    }

    /**
     * Runs the graph for training. Activations are kept or recomputed, depending on the execution. Call it inside
     * {@link NativeMemory}.
     *
     * @param input float[n]… with the shape of the graph's input, on any device
     */
    public TrainingPass trainingPass(Tensor input) {
        return switch (execution.activations()) {
            case KEPT -> new KeptPass(forward(input, Mode.TRAINING));
            case RECOMPUTED -> {
                Tensor placed = execution.place(input);
                yield new RecomputedPass(segments(placed), weights, execution, placed);
            }
        };
    }

    /** A pass in which libtorch keeps the activations that it needs. */
    private record KeptPass(Tensor output) implements TrainingPass {
        @Override
        public void backward() {}
    }

    /** The segments of the graph, for the tensor sizes of the first picture. */
    private List<Program> segments(Tensor input) {
        if (segments.isEmpty()) {
            Map<String, Long> sizes = new HashMap<>();
            NativeMemory.withoutGradients(() -> {
                program.run(
                        input.narrow(0, 0, 1),
                        Mode.EVALUATION,
                        weights,
                        (name, tensor) -> sizes.put(name, tensor.numel()));
            });
            segments = Optional.of(new Segments(graph, sizes)
                    .leastMemory().stream()
                            .map(segment ->
                                    new GraphCompiler(segment, graph.input().name()).program())
                            .toList());
        }
        return segments.get();
    }

    /** The trainable weights, in the graph's order. */
    public List<Parameter> parameters() {
        return weights.trainable();
    }

    /** All weights by name, running statistics included; owned by this module. */
    public Map<String, Tensor> state() {
        return weights.all();
    }

    /** Replaces the values of weights; the shapes must be the same. */
    public void load(Map<String, FloatTensor> values) {
        NativeMemory.withoutGradients(
                () -> values.forEach((name, value) -> weights.get(name).copy_(Tensors.of(value))));
    }

    /** The graph with the present weights. */
    public OnnxGraph toGraph() {
        return graph.withWeights(weights.toFloatTensors());
    }

    @Override
    public void close() {
        weights.close();
    }
}

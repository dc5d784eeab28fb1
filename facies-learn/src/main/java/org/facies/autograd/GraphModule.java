package org.facies.autograd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * An {@link OnnxGraph} that runs on libtorch and can be trained. Owns its weights as tensors until closed.
 *
 * <p>Confined to one thread at a time, as libtorch's gradients are.
 */
public final class GraphModule implements AutoCloseable {

    private final OnnxGraph graph;
    private final Weights weights;
    private final Program program;
    private final Execution execution;
    private Optional<List<Program>> segments = Optional.empty();

    /**
     * Makes a graph ready to run, with its own copy of the weights.
     *
     * @throws org.facies.input.BadInput if the graph has an operator, or an attribute of one, that cannot be run
     */
    public GraphModule(OnnxGraph graph) {
        this(graph, Execution.cpu());
    }

    /** As {@link #GraphModule(OnnxGraph)}, elsewhere or otherwise than on the processor in float32. */
    public GraphModule(OnnxGraph graph, Execution execution) {
        this.graph = graph.withDynamicBatch();
        this.program = new GraphCompiler(this.graph).program();
        this.weights = new Weights(this.graph, execution);
        this.execution = execution;
    }

    /**
     * Runs the graph; call inside {@link NativeMemory}, which frees all that is made here.
     *
     * @param input float[n]… as the graph's input says, on any device
     * @return the graph's first output
     */
    public Tensor forward(Tensor input, Mode mode) {
        return execution.inPrecision(() -> program.run(execution.place(input), mode, weights));
    }

    /**
     * Runs the graph to train it, keeping or recomputing activations as the execution says; call inside
     * {@link NativeMemory}.
     *
     * @param input float[n]… as the graph's input says, on any device
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

    /** libtorch itself keeps what it needs. */
    private record KeptPass(Tensor output) implements TrainingPass {
        @Override
        public void backward() {}
    }

    /** Divided by the sizes that the first picture shows. */
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

    /** Weights that want gradients, in the graph's order. */
    public List<Parameter> parameters() {
        return weights.trainable();
    }

    /** All weights by name, running statistics included; owned by this module. */
    public Map<String, Tensor> state() {
        return weights.all();
    }

    /** Overwrites weights with others of the same shapes. */
    public void load(Map<String, FloatTensor> values) {
        NativeMemory.withoutGradients(
                () -> values.forEach((name, value) -> weights.get(name).copy_(Tensors.of(value))));
    }

    /** The graph with the weights as they are now. */
    public OnnxGraph toGraph() {
        return graph.withWeights(weights.toFloatTensors());
    }

    @Override
    public void close() {
        weights.close();
    }
}

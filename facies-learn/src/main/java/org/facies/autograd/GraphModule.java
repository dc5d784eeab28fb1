package org.facies.autograd;

import java.util.List;
import java.util.Map;
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

    /**
     * Makes a graph ready to run, with its own copy of the weights.
     *
     * @throws org.facies.input.BadInput if the graph has an operator, or an attribute of one, that cannot be run
     */
    public GraphModule(OnnxGraph graph) {
        this.graph = graph.withDynamicBatch();
        this.program = new GraphCompiler(this.graph).program();
        this.weights = new Weights(this.graph);
    }

    /**
     * Runs the graph; call inside {@link NativeMemory}, which frees all that is made here.
     *
     * @param input float[n]… as the graph's input says
     * @return the graph's first output
     */
    public Tensor forward(Tensor input, Mode mode) {
        return program.run(input, mode, weights);
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

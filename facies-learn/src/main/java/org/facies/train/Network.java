package org.facies.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.autograd.TrainingPass;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.GraphCut;
import org.facies.onnx.OnnxGraph;

/** What a task trains: the classifier, and below it the frozen part of the backbone, unless its output is stored. */
final class Network implements AutoCloseable {

    private final OnnxGraph graph;
    private final Optional<GraphModule> frozen;
    private final Classifier classifier;
    private final ComputeDevice device;

    Network(TrainingTask task) {
        StartingPoint start = StartingPoint.of(task);
        this.graph = start.backbone();
        Optional<GraphCut> cut = task.settings().frozen().map(trunk -> graph.cutAt(trunk.cut()));
        Execution execution = task.settings().compute().execution();
        this.device = execution.device();
        this.frozen = cut.filter(parts -> task.activations().isEmpty())
                .map(parts -> new GraphModule(parts.lower(), execution));
        this.classifier = new Classifier(cut.map(GraphCut::upper).orElse(graph), task.loss(), start.head(), execution);
    }

    Classifier classifier() {
        return classifier;
    }

    /** The device of its inputs. */
    ComputeDevice device() {
        return device;
    }

    /**
     * A pass of the trained part in training mode; pass its output to {@link Classifier#scores(Tensor)}.
     *
     * @param input crops, or stored activations at the cut
     */
    TrainingPass trainingPass(Tensor input) {
        Tensor above = frozen.map(trunk -> NativeMemory.unrecorded(() -> trunk.forward(input, Mode.EVALUATION)))
                .orElse(input);
        return classifier.trainingPass(above);
    }

    /** All weights that training may change. */
    Map<String, Tensor> state() {
        return classifier.state();
    }

    TrainedModel model(TrainingTask task) {
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        NativeMemory.freedAfter(
                () -> state().forEach((name, tensor) -> weights.put(name, Tensors.toFloatTensor(tensor))));
        FloatTensor rows = weights.remove(Classifier.HEAD_WEIGHT);
        Optional<FloatTensor> bias = Optional.ofNullable(weights.remove(Classifier.HEAD_BIAS));
        return new TrainedModel(
                graph.withWeights(weights), new ClassifierHead(task.loss(), rows, bias), task.input(), task.classes());
    }

    @Override
    public void close() {
        frozen.ifPresent(GraphModule::close);
        classifier.close();
    }
}

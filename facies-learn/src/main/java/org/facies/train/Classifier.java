package org.facies.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.autograd.TrainingPass;
import org.facies.loss.MarginLoss;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.Trainable;

/** A backbone and its classifier head: one row for each class, and a bias if the loss is linear. */
final class Classifier implements AutoCloseable {

    static final String HEAD_WEIGHT = "head.weight";
    static final String HEAD_BIAS = "head.bias";

    private final GraphModule backbone;
    private final ComputeDevice device;
    private final MarginLoss loss;
    private final Set<String> embeddingLayer;
    private final Map<String, Tensor> head = new LinkedHashMap<>();

    /**
     * A classifier.
     *
     * @param rows float[classes][embedding], initial values of the head
     */
    Classifier(OnnxGraph backbone, MarginLoss loss, FloatTensor rows) {
        this(backbone, loss, rows, Execution.cpu());
    }

    /** Like {@link #Classifier(OnnxGraph, MarginLoss, FloatTensor)}, with another execution. */
    Classifier(OnnxGraph backbone, MarginLoss loss, FloatTensor rows, Execution execution) {
        this.backbone = new GraphModule(backbone, execution);
        this.device = execution.device();
        this.loss = loss;
        this.embeddingLayer = embeddingLayer(backbone);
        int classes = Math.toIntExact(rows.shape().get(0));
        NativeMemory.freedAfter(() -> {
            keep(HEAD_WEIGHT, Tensors.of(rows));
            if (loss.score() == MarginLoss.Score.LINEAR) {
                keep(HEAD_BIAS, Tensors.of(new float[classes], classes));
            }
        });
    }

    /** The inputs of the node that computes the embedding; if it is a norm, also those of the node before it. */
    private static Set<String> embeddingLayer(OnnxGraph backbone) {
        Set<String> read = new HashSet<>();
        Optional<OnnxNode> last = backbone.producer(backbone.output().name());
        last.ifPresent(node -> read.addAll(node.inputs()));
        last.filter(node -> node.op().equals("BatchNormalization"))
                .flatMap(norm -> backbone.producer(norm.inputs().get(0)))
                .ifPresent(node -> read.addAll(node.inputs()));
        return read;
    }

    private void keep(String name, Tensor tensor) {
        Tensor placed = device.place(tensor);
        placed.set_requires_grad(true);
        head.put(name, placed.retainReference());
    }

    /** Scores float[n][classes]: cosines or linear scores, depending on the loss. */
    Tensor scores(Tensor input, Mode mode) {
        return scores(backbone.forward(input, mode));
    }

    /** A pass of the backbone in training mode; pass its output to {@link #scores(Tensor)}. */
    TrainingPass trainingPass(Tensor input) {
        return backbone.trainingPass(input);
    }

    /** Scores of embeddings of any type, in float32. */
    Tensor scores(Tensor embeddings) {
        Tensor embedding = embeddings.to(torch.ScalarType.Float);
        Tensor rows = head.get(HEAD_WEIGHT);
        return switch (loss.score()) {
            case COSINE -> torch.linear(torch.normalize(embedding), torch.normalize(rows));
            case LINEAR -> torch.linear(embedding, rows, new TensorOptional(head.get(HEAD_BIAS)));
        };
    }

    /** Probabilities float[n][classes] in evaluation mode, without a margin. */
    Tensor probabilities(Tensor input) {
        return torch.softmax(scores(input, Mode.EVALUATION).mul(new Scalar(loss.scale())), 1);
    }

    List<Trainable> trainables(Optimisation optimisation) {
        List<Trainable> all = new ArrayList<>();
        double decay = optimisation.weightDecay();
        backbone.parameters()
                .forEach(parameter -> all.add(new Trainable(
                        parameter.name(),
                        parameter.tensor(),
                        embeddingLayer.contains(parameter.name())
                                ? optimisation.embeddingLearningRate()
                                : optimisation.trunkLearningRate(),
                        parameter.role().decays() ? decay : 0)));
        head.forEach((name, tensor) -> all.add(
                new Trainable(name, tensor, optimisation.headLearningRate(), name.equals(HEAD_WEIGHT) ? decay : 0)));
        return all;
    }

    /** All weights by name, running statistics included. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>(backbone.state());
        state.putAll(head);
        return state;
    }

    @Override
    public void close() {
        backbone.close();
        head.values().forEach(Tensor::releaseReference);
    }
}

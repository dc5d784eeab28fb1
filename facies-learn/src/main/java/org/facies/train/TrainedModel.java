package org.facies.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;

/**
 * A backbone with its classifier head, ready to predict.
 *
 * @param backbone from crops to embeddings
 * @param classes names in the order of the probabilities
 */
public record TrainedModel(OnnxGraph backbone, ClassifierHead head, InputSpec input, List<String> classes) {

    /** Crops that are run together. */
    private static final int BATCH = 32;

    public TrainedModel {
        classes = List.copyOf(classes);
    }

    /**
     * Probabilities of every crop: the mean over the crop and its mirror image, on the processor.
     *
     * @return float[n][classes], rows summing to 1
     */
    public float[][] predict(CropSource crops) {
        return predict(crops, new ComputeDevice.Cpu());
    }

    /** As {@link #predict(CropSource)}, on another device. */
    public float[][] predict(CropSource crops, ComputeDevice device) {
        return predict(toGraph(), new CropBatches(crops, input, Augmentation.none(), 0), crops.size(), device);
    }

    /**
     * As {@link #predict(CropSource)}, from what the frozen part made of the crops before.
     *
     * @param frozen holds every crop; made by the same weights below the cut as this model's
     */
    public float[][] predict(CropSource crops, ActivationStore frozen, ComputeDevice device) {
        OnnxGraph above = toGraph().cutAt(frozen.cut()).upper();
        return predict(above, new StoredBatches(crops, frozen, 0), crops.size(), device);
    }

    /**
     * Embeddings of the crops as they are, not mirrored.
     *
     * @return float[n][embedding], not normalised
     */
    public float[][] embed(CropSource crops, ComputeDevice device) {
        return PlainEmbeddings.of(
                backbone, new CropBatches(crops, input, Augmentation.none(), 0), crops.size(), device);
    }

    /** As {@link #embed(CropSource, ComputeDevice)}, from what the frozen part made of the crops before. */
    public float[][] embed(CropSource crops, ActivationStore frozen, ComputeDevice device) {
        OnnxGraph above = backbone.cutAt(frozen.cut()).upper();
        return PlainEmbeddings.of(above, new StoredBatches(crops, frozen, 0), crops.size(), device);
    }

    private float[][] predict(OnnxGraph graph, BatchSource batches, int size, ComputeDevice device) {
        float[][] probabilities = new float[size][];
        try (GraphModule module = new GraphModule(graph, Execution.plain(device))) {
            for (int start = 0; start < size; start += BATCH) {
                int[] crops =
                        IntStream.range(start, Math.min(size, start + BATCH)).toArray();
                float[] predicted = predict(module, batches.mirroredToo(crops));
                for (int i = 0; i < crops.length; i++) {
                    int from = i * head.classes();
                    probabilities[start + i] = Arrays.copyOfRange(predicted, from, from + head.classes());
                }
            }
        }
        return probabilities;
    }

    private float[] predict(GraphModule module, Batch views) {
        return NativeMemory.withoutGradients(() -> {
            Tensor both = module.forward(Tensors.of(views.values(), views.extents()), Mode.EVALUATION);
            return Tensors.floats(
                    both.reshape(views.size() / 2, 2, head.classes()).mean(1));
        });
    }

    /** The whole model as a graph: outputs {@code probabilities} and the backbone's embedding. */
    public OnnxGraph toGraph() {
        return head.behind(backbone);
    }

    /** Writes the whole model as an ONNX file, atomically. */
    public void export(Path file) {
        toGraph().write(file);
    }
}

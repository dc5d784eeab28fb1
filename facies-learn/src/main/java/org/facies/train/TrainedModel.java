package org.facies.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;
import org.facies.train.data.ActivationStore;
import org.facies.train.data.Augmentation;
import org.facies.train.data.Batch;
import org.facies.train.data.BatchSource;
import org.facies.train.data.CropSource;

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
     */
    public CropProbabilities predict(CropSource crops) {
        return predict(crops, new ComputeDevice.Cpu());
    }

    /** As {@link #predict(CropSource)}, on another device. */
    public CropProbabilities predict(CropSource crops, ComputeDevice device) {
        return predict(
                head.logitsBehind(backbone),
                BatchSource.of(crops, input, Augmentation.none(), 0),
                crops.size(),
                device);
    }

    /**
     * As {@link #predict(CropSource)}, from what the frozen part made of the crops before.
     *
     * @param frozen holds every crop; made by the same weights below the cut as this model's
     */
    public CropProbabilities predict(CropSource crops, ActivationStore frozen, ComputeDevice device) {
        OnnxGraph above = head.logitsBehind(backbone).cutAt(frozen.cut()).upper();
        return predict(above, BatchSource.stored(crops, frozen, 0), crops.size(), device);
    }

    /**
     * Embeddings of the crops as they are, not mirrored.
     *
     * @return float[n][embedding], not normalised
     */
    public float[][] embed(CropSource crops, ComputeDevice device) {
        return PlainEmbeddings.of(backbone, BatchSource.of(crops, input, Augmentation.none(), 0), crops.size(), device);
    }

    /** As {@link #embed(CropSource, ComputeDevice)}, from what the frozen part made of the crops before. */
    public float[][] embed(CropSource crops, ActivationStore frozen, ComputeDevice device) {
        OnnxGraph above = backbone.cutAt(frozen.cut()).upper();
        return PlainEmbeddings.of(above, BatchSource.stored(crops, frozen, 0), crops.size(), device);
    }

    private CropProbabilities predict(OnnxGraph toLogits, BatchSource batches, int size, ComputeDevice device) {
        CropProbabilities all = CropProbabilities.ofSize(size);
        try (GraphModule module = new GraphModule(toLogits, Execution.plain(device))) {
            for (int start = 0; start < size; start += BATCH) {
                int[] crops =
                        IntStream.range(start, Math.min(size, start + BATCH)).toArray();
                predict(module, batches.mirroredToo(crops), start, all);
            }
        }
        return all;
    }

    /** @param start of the crops of this batch among all */
    private void predict(GraphModule module, Batch views, int start, CropProbabilities all) {
        int crops = views.size() / 2;
        int classes = head.classes();
        NativeMemory.withoutGradients(() -> {
            Tensor logits = module.forward(Tensors.of(views.values(), views.extents()), Mode.EVALUATION);
            float[] means = Tensors.floats(
                    torch.softmax(logits, 1).reshape(crops, 2, classes).mean(1));
            float[] scores = Tensors.floats(logits);
            for (int i = 0; i < crops; i++) {
                all.probabilities()[start + i] = Arrays.copyOfRange(means, i * classes, (i + 1) * classes);
                all.logProbabilities()[start + i] = CropProbabilities.logarithmOfMean(scores, i, classes);
            }
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

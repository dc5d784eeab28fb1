package org.facies.train;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.image.Rgb;
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
        float[][] probabilities = new float[crops.size()][];
        try (GraphModule module = new GraphModule(toGraph(), Execution.plain(device))) {
            for (int start = 0; start < crops.size(); start += BATCH) {
                predict(module, crops, start, probabilities);
            }
        }
        return probabilities;
    }

    private void predict(GraphModule module, CropSource crops, int start, float[][] probabilities) {
        int count = Math.min(BATCH, crops.size() - start);
        float[] values = new float[2 * count * input.valuesPerCrop()];
        FloatBuffer target = FloatBuffer.wrap(values);
        CropAugmenter augmenter = new CropAugmenter(input.geometry(), Augmentation.none());
        for (int i = start; i < start + count; i++) {
            Rgb crop = augmenter.plain(crops.crop(i));
            input.normalisation().write(crop, target);
            input.normalisation().write(CropAugmenter.mirrored(crop), target);
        }
        float[] predicted = NativeMemory.withoutGradients(() -> {
            Tensor pictures = Tensors.of(
                    values,
                    2L * count,
                    3,
                    input.geometry().heightPx(),
                    input.geometry().widthPx());
            Tensor both = module.forward(pictures, Mode.EVALUATION);
            return Tensors.floats(both.reshape(count, 2, head.classes()).mean(1));
        });
        for (int i = 0; i < count; i++) {
            int from = i * head.classes();
            probabilities[start + i] = java.util.Arrays.copyOfRange(predicted, from, from + head.classes());
        }
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

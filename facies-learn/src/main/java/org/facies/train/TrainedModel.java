package org.facies.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.train.data.ActivationStore;
import org.facies.train.data.Augmentation;
import org.facies.train.data.Batch;
import org.facies.train.data.BatchSource;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.CropSource;

/**
 * A backbone with its classifier head, ready to predict.
 *
 * @param backbone from crops to embeddings
 * @param classes names in the order of the probabilities
 */
public record TrainedModel(OnnxGraph backbone, ClassifierHead head, InputSpec input, List<String> classes) {

    /** Number of crops in one run. */
    private static final int BATCH = 32;

    public TrainedModel {
        classes = List.copyOf(classes);
    }

    /**
     * Probabilities and embeddings of all crops, computed on the processor. Both come from one pass over each crop and
     * its mirror image.
     */
    public CropAnswers predict(CropSource crops) {
        return predict(crops, new ComputeDevice.Cpu());
    }

    /** Predicts like {@link #predict(CropSource)}, on another device. */
    public CropAnswers predict(CropSource crops, ComputeDevice device) {
        return predict(backbone, BatchSource.of(crops, input, Augmentation.none(), 0), crops.size(), device);
    }

    /**
     * Predicts like {@link #predict(CropSource)}, from stored activations of the frozen part.
     *
     * @param frozen activations of every crop, computed with the same weights below the cut as this model's
     */
    public CropAnswers predict(CropSource crops, ActivationStore frozen, ComputeDevice device) {
        OnnxGraph above = backbone.cutAt(frozen.cut()).upper();
        return predict(above, BatchSource.stored(crops, frozen, 0), crops.size(), device);
    }

    private CropAnswers predict(OnnxGraph toEmbedding, BatchSource batches, int size, ComputeDevice device) {
        CropAnswers all = CropAnswers.ofSize(size);
        Execution execution = Execution.plain(device);
        try (GraphModule embedding = new GraphModule(toEmbedding, execution);
                GraphModule logits = new GraphModule(head.alone(backbone), execution)) {
            for (int start = 0; start < size; start += BATCH) {
                int[] crops =
                        IntStream.range(start, Math.min(size, start + BATCH)).toArray();
                predict(embedding, logits, batches.mirroredToo(crops), new Rows(all, start));
            }
        }
        return all;
    }

    /** The rows for a batch of predictions, from {@code start} on. */
    private record Rows(CropAnswers all, int start) {

        /**
         * @param means float[crops][classes] as one array; the others float[2 · crops][…], a crop and its mirror image
         */
        void fill(int crops, float[] means, float[] logits, float[] embeddings) {
            int classes = means.length / crops;
            int width = embeddings.length / (2 * crops);
            for (int i = 0; i < crops; i++) {
                all.probabilities()[start + i] = Arrays.copyOfRange(means, i * classes, (i + 1) * classes);
                all.logProbabilities()[start + i] = CropAnswers.logarithmOfMean(logits, i, classes);
                all.embeddings()[start + i] = Arrays.copyOfRange(embeddings, 2 * i * width, (2 * i + 1) * width);
            }
        }
    }

    private void predict(GraphModule embedding, GraphModule logits, Batch views, Rows rows) {
        int crops = views.size() / 2;
        NativeMemory.withoutGradients(() -> {
            Tensor embedded = embedding.forward(Tensors.of(views.values(), views.extents()), Mode.EVALUATION);
            Tensor scores = logits.forward(embedded, Mode.EVALUATION);
            Tensor means =
                    torch.softmax(scores, 1).reshape(crops, 2, head.classes()).mean(1);
            rows.fill(crops, Tensors.floats(means), Tensors.floats(scores), Tensors.floats(embedded));
        });
    }

    /**
     * The same model without the class priors of its training. The logit of a class becomes {@code logit − e · ln π},
     * where π is the share of the class in the minimised loss, weights included (Saerens, Latinne and Decaestecker
     * 2002, eq. 2.4, for new priors that are equal).
     *
     * @param photos int[classes], training photos of each class, all above 0
     * @param balance of the training, which already removes a part of the priors
     * @param exponent e, from 0 (the same model) to 1 (equal priors)
     */
    public TrainedModel withoutPriors(int[] photos, ClassBalance balance, double exponent) {
        double[] shares = balance.shares(photos);
        FloatTensor shift = FloatTensor.filled(List.of((long) classes.size()), 0);
        for (int c = 0; c < shares.length; c++) {
            int index = c;
            double own = head.bias().map(bias -> bias.values()[index]).orElse(0f);
            shift.values()[c] = (float) (own - exponent * Math.log(shares[c]));
        }
        return new TrainedModel(
                backbone, new ClassifierHead(head.loss(), head.rows(), Optional.of(shift)), input, classes);
    }

    /** The whole model as a graph, with the outputs {@code probabilities} and the backbone's embedding. */
    public OnnxGraph toGraph() {
        return head.behind(backbone);
    }

    /** Writes the whole model as an ONNX file, atomically. */
    public void export(Path file) {
        toGraph().write(file);
    }
}

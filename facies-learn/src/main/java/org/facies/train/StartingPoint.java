package org.facies.train;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.model.InputSpec;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * The weights that training begins with.
 *
 * @param backbone from crops to embeddings
 * @param head float[classes][embedding]
 */
record StartingPoint(OnnxGraph backbone, FloatTensor head) {

    /** Crops that are run together. */
    private static final int BATCH = 32;

    /** The same task gives the same starting point on the same number of threads. */
    static StartingPoint of(TrainingTask task) {
        OnnxGraph graph = task.startingGraph();
        int classes = task.classes().size();
        return switch (task.settings().headStart()) {
            case RANDOM ->
                new StartingPoint(
                        graph,
                        directions(
                                classes,
                                OutputShape.embedding(graph, task.input()),
                                task.settings().seed()));
            case WHITENED -> {
                int[] labels = IntStream.range(0, task.training().size())
                        .map(task.training()::label)
                        .toArray();
                yield WhitenedStart.of(graph, embeddings(graph, task.input(), task.training()), labels, classes);
            }
        };
    }

    /** Directions of equal chance, of length 1 on average. */
    private static FloatTensor directions(int classes, int embeddingSize, long seed) {
        SplittableRandom random = RandomStreams.at(seed, Classifier.HEAD_WEIGHT.hashCode());
        FloatTensor rows = FloatTensor.filled(List.of((long) classes, (long) embeddingSize), 0);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) (random.nextGaussian() / Math.sqrt(embeddingSize));
        }
        return rows;
    }

    private static float[][] embeddings(OnnxGraph graph, InputSpec input, CropSource crops) {
        float[][] embeddings = new float[crops.size()][];
        try (GraphModule module = new GraphModule(graph)) {
            for (int start = 0; start < crops.size(); start += BATCH) {
                embed(module, input, crops, start, embeddings);
            }
        }
        return embeddings;
    }

    private static void embed(GraphModule module, InputSpec input, CropSource crops, int start, float[][] embeddings) {
        int count = Math.min(BATCH, crops.size() - start);
        CropAugmenter augmenter = new CropAugmenter(input.geometry(), Augmentation.none());
        float[] pixels = new float[count * input.valuesPerCrop()];
        FloatBuffer target = FloatBuffer.wrap(pixels);
        for (int i = 0; i < count; i++) {
            input.normalisation().write(augmenter.plain(crops.crop(start + i)), target);
        }
        int height = input.geometry().heightPx();
        int width = input.geometry().widthPx();
        float[] values = NativeMemory.withoutGradients(
                () -> Tensors.floats(module.forward(Tensors.of(pixels, count, 3, height, width), Mode.EVALUATION)));
        int size = values.length / count;
        for (int i = 0; i < count; i++) {
            embeddings[start + i] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
        }
    }
}

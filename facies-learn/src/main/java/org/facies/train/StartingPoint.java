package org.facies.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.statistic.RandomStreams;
import org.facies.train.data.OutputShape;

/**
 * The weights at the start of training.
 *
 * @param backbone from crops to embeddings
 * @param head float[classes][embedding]
 */
record StartingPoint(OnnxGraph backbone, FloatTensor head) {

    /** The same task gives the same starting point with the same number of threads. */
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
                yield WhitenedStart.of(graph, PlainEmbeddings.of(task, graph), labels, classes);
            }
        };
    }

    /** Uniformly distributed random directions, with a mean length of 1. */
    private static FloatTensor directions(int classes, int embeddingSize, long seed) {
        SplittableRandom random = RandomStreams.at(seed, Classifier.HEAD_WEIGHT.hashCode());
        FloatTensor rows = FloatTensor.filled(List.of((long) classes, (long) embeddingSize), 0);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) (random.nextGaussian() / Math.sqrt(embeddingSize));
        }
        return rows;
    }
}

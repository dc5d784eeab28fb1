package org.facies.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.onnx.OnnxGraph;
import org.facies.train.data.Batch;
import org.facies.train.data.BatchSource;

/** Embeddings of crops without augmentation, from stored activations if there are any. */
final class PlainEmbeddings {

    /** Number of crops in one run. */
    private static final int BATCH = 32;

    private PlainEmbeddings() {}

    /**
     * Runs the backbone on a task's training crops without augmentation.
     *
     * @return float[crops][embedding]
     */
    static float[][] of(TrainingTask task, OnnxGraph backbone) {
        return of(
                task.trained(backbone),
                task.batches(),
                task.training().size(),
                task.settings().compute().device());
    }

    /**
     * Runs a graph without augmentation.
     *
     * @param graph from the content of the batches to embeddings
     * @param size number of crops
     * @return float[size][embedding]
     */
    static float[][] of(OnnxGraph graph, BatchSource batches, int size, ComputeDevice device) {
        float[][] embeddings = new float[size][];
        try (GraphModule module = new GraphModule(graph, Execution.plain(device))) {
            for (int start = 0; start < size; start += BATCH) {
                int[] crops =
                        IntStream.range(start, Math.min(size, start + BATCH)).toArray();
                embed(module, batches.plain(crops), start, embeddings);
            }
        }
        return embeddings;
    }

    private static void embed(GraphModule module, Batch batch, int start, float[][] embeddings) {
        float[] values = NativeMemory.withoutGradients(
                () -> Tensors.floats(module.forward(Tensors.of(batch.values(), batch.extents()), Mode.EVALUATION)));
        int length = values.length / batch.size();
        for (int i = 0; i < batch.size(); i++) {
            embeddings[start + i] = Arrays.copyOfRange(values, i * length, (i + 1) * length);
        }
    }
}

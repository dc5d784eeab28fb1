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

/** Embeddings of the training crops as they are, from stored activations where the task has them. */
final class PlainEmbeddings {

    /** Crops that are run together. */
    private static final int BATCH = 32;

    private PlainEmbeddings() {}

    /**
     * Runs the backbone without augmentation.
     *
     * @return float[crops][embedding]
     */
    static float[][] of(TrainingTask task, OnnxGraph backbone) {
        int size = task.training().size();
        float[][] embeddings = new float[size][];
        ComputeDevice device = task.settings().compute().device();
        try (GraphModule module = new GraphModule(task.trained(backbone), Execution.plain(device))) {
            for (int start = 0; start < size; start += BATCH) {
                int[] crops =
                        IntStream.range(start, Math.min(size, start + BATCH)).toArray();
                embed(module, task.batches().plain(crops), start, embeddings);
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

package org.facies.autograd;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facies.inference.InferenceSession;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/** Checks before training whether a network can be trained. */
public final class Trainability {

    /** Largest difference between two engines, relative to the largest number of an embedding. */
    private static final float ROUNDING = 1e-3f;

    private static final int PICTURES = 2;

    private Trainability() {}

    /** The reason why it cannot, as part of a sentence; empty if all its operators are supported. Runs nothing. */
    public static Optional<String> obstacle(OnnxGraph graph) {
        try {
            new GraphCompiler(graph.withDynamicBatch()).program();
            return Optional.empty();
        } catch (BadInput unsupported) {
            return Optional.of(sentence(unsupported));
        }
    }

    /**
     * Also runs the network: the operators must be supported, and libtorch must compute the embeddings of ONNX Runtime.
     *
     * @param heightPx of its crops
     * @param widthPx of its crops
     */
    public static Optional<String> obstacle(OnnxGraph graph, int heightPx, int widthPx) {
        Optional<String> unknown = obstacle(graph);
        return unknown.isPresent() ? unknown : difference(graph, heightPx, widthPx);
    }

    private static String sentence(BadInput unsupported) {
        String where = unsupported.problems().get(0).where().replace("network, ", "");
        return where + " " + unsupported.problems().get(0).what();
    }

    private static Optional<String> difference(OnnxGraph graph, int heightPx, int widthPx) {
        FloatTensor crops = noise(heightPx, widthPx);
        float[] theirs;
        try {
            theirs = onnxRuntime(graph.withDynamicBatch(), crops);
        } catch (IllegalStateException | BadInput fixed) {
            return Optional.of("it processes only one picture at a time");
        }
        try {
            return agree(libtorch(graph, crops), theirs)
                    ? Optional.empty()
                    : Optional.of("libtorch and ONNX Runtime give different embeddings");
        } catch (RuntimeException refused) {
            String reason =
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
            return Optional.of("libtorch cannot run it (" + reason + ")");
        }
    }

    private static boolean agree(float[] ours, float[] theirs) {
        float largest = 0;
        float farthest = 0;
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            largest = Math.max(largest, Math.abs(theirs[i]));
            farthest = Math.max(farthest, Math.abs(ours[i] - theirs[i]));
        }
        return ours.length == theirs.length && farthest <= ROUNDING * largest;
    }

    private static float[] libtorch(OnnxGraph graph, FloatTensor crops) {
        try (GraphModule module = new GraphModule(graph)) {
            return NativeMemory.withoutGradients(
                    () -> Tensors.floats(module.forward(Tensors.of(crops), Mode.EVALUATION)));
        }
    }

    private static float[] onnxRuntime(OnnxGraph graph, FloatTensor crops) {
        long[] shape = crops.shape().stream().mapToLong(Long::longValue).toArray();
        try (InferenceSession session = InferenceSession.open("network", graph.toBytes(), 1)) {
            return session.run(
                    graph.input().name(),
                    FloatBuffer.wrap(crops.values()),
                    shape,
                    graph.output().name());
        }
    }

    private static FloatTensor noise(int heightPx, int widthPx) {
        FloatTensor crops = FloatTensor.filled(List.of((long) PICTURES, 3L, (long) heightPx, (long) widthPx), 0);
        Random random = new Random(2);
        for (int i = 0; i < crops.values().length; i++) {
            crops.values()[i] = 2 * random.nextFloat() - 1;
        }
        return crops;
    }
}

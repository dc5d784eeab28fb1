package org.facies.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.facies.inference.Computed;
import org.facies.inference.InferenceSession;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/**
 * Replaces tensors that depend only on shapes and weights by constants. Their values are found by running ONNX Runtime
 * on one picture and on two. A value that is the same for both is a constant; a first extent that grows from one to two
 * is the number of pictures. Other tensors stay as they are.
 */
final class ShapesFound {

    /** In the target of a Reshape: copy the extent of the input. */
    private static final long KEEP = 0;

    private final String name;
    private final OnnxGraph graph;

    private ShapesFound(String name, OnnxGraph graph) {
        this.name = name;
        this.graph = graph;
    }

    /**
     * The graph with all constants that could be found.
     *
     * @param name its name in error messages
     * @param heightPx of the pictures
     * @param widthPx of the pictures
     */
    static OnnxGraph in(String name, OnnxGraph graph, int heightPx, int widthPx) {
        OnnxGraph plain = graph.withoutCopies();
        List<String> wanted = plain.constantTensors();
        return wanted.isEmpty() ? plain : new ShapesFound(name, plain).replaced(wanted, heightPx, widthPx);
    }

    private OnnxGraph replaced(List<String> wanted, int heightPx, int widthPx) {
        try (InferenceSession session = InferenceSession.open(name, withOutputs(wanted), 1)) {
            Computed one = session.runAll(graph.input().name(), noise(1, heightPx, widthPx));
            Computed two = session.runAll(graph.input().name(), noise(2, heightPx, widthPx));
            return graph.withConstants(sameFloats(one, two), mergedIntegers(one, two));
        } catch (IllegalStateException | BadInput onePictureOnly) {
            return graph;
        }
    }

    private static Map<String, FloatTensor> sameFloats(Computed one, Computed two) {
        Map<String, FloatTensor> floats = new HashMap<>(one.floats());
        floats.entrySet()
                .removeIf(entry -> !two.floats().containsKey(entry.getKey())
                        || !Arrays.equals(
                                entry.getValue().values(),
                                two.floats().get(entry.getKey()).values()));
        return floats;
    }

    private Map<String, LongTensor> mergedIntegers(Computed one, Computed two) {
        Map<String, LongTensor> integers = new HashMap<>();
        one.integers()
                .forEach((tensor, value) -> merged(
                                tensor,
                                value,
                                Optional.ofNullable(two.integers().get(tensor)))
                        .ifPresent(both -> integers.put(tensor, both)));
        return integers;
    }

    private byte[] withOutputs(List<String> tensors) {
        ModelProto.Builder model = graph.toModel().toBuilder();
        model.getGraphBuilder().clearOutput();
        tensors.forEach(tensor ->
                model.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(tensor)));
        return model.build().toByteArray();
    }

    private Optional<LongTensor> merged(String tensor, LongTensor one, Optional<LongTensor> two) {
        if (two.isEmpty() || !two.get().shape().equals(one.shape())) {
            return Optional.empty();
        }
        List<Long> merged = new ArrayList<>(one.values());
        for (int i = 0; i < merged.size(); i++) {
            if (!merged.get(i).equals(two.get().values().get(i))) {
                if (i > 0 || !isTarget(tensor)) {
                    return Optional.empty();
                }
                merged.set(i, KEEP);
            }
        }
        return Optional.of(new LongTensor(one.shape(), merged));
    }

    private boolean isTarget(String tensor) {
        List<OnnxNode> users = graph.consumers(tensor);
        return users.stream()
                .allMatch(node -> node.op().equals("Reshape") && node.inputs().indexOf(tensor) == 1);
    }

    /** float[pictures][3][heightPx][widthPx], uniform on [−1, 1). */
    static FloatTensor noise(int pictures, int heightPx, int widthPx) {
        FloatTensor noise = FloatTensor.filled(List.of((long) pictures, 3L, (long) heightPx, (long) widthPx), 0);
        Random random = new Random(1);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = 2 * random.nextFloat() - 1;
        }
        return noise;
    }
}

package org.facies.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.facies.align.CropGeometry;
import org.facies.model.InputSpec;
import org.facies.model.Normalisation;
import org.facies.onnx.ElementType;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.GraphMerge;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxValue;

/**
 * Several classifiers as one ONNX graph for any ONNX runtime. The input is 8-bit crops. Normalisation, the mirror
 * image, the members and both means are part of the graph. Layers that members share, a frozen trunk, are stored and
 * computed once. The results are those of {@link FoldEnsemble}.
 *
 * <table>
 * <caption>Tensors: n crops, m members, c classes, embeddings of length d</caption>
 * <tr><th>name</th><th>type and shape</th><th>content</th></tr>
 * <tr><td>{@value #CROPS}</td><td>uint8[n][height][width][3]</td><td>the input: red, green, blue of each
 * pixel</td></tr>
 * <tr><td>{@value #PROBABILITIES}</td><td>float32[n][c]</td><td>mean over views and members</td></tr>
 * <tr><td>{@value #LOG_PROBABILITIES}</td><td>float32[n][c]</td><td>natural logarithms of the same</td></tr>
 * <tr><td>{@value #MEMBERS}</td><td>float32[n][m][c]</td><td>of each member: mean over the views</td></tr>
 * <tr><td>{@value #MEMBER_LOGS}</td><td>float32[n][m][c]</td><td>natural logarithms of the same</td></tr>
 * <tr><td>{@value #EMBEDDINGS}</td><td>float32[n][m][d]</td><td>of the crop, not of its mirror image; absent if the
 * networks have none</td></tr>
 * <tr><td>{@value #DISTANCES}</td><td>float32[n][m]</td><td>distance of the face from each member's training faces, as
 * a multiple of the usual distance; absent unless it is known for all members</td></tr>
 * </table>
 */
public final class EnsembleGraph {

    /** Name of the input. */
    public static final String CROPS = "crops";

    public static final String PROBABILITIES = "probabilities";
    public static final String LOG_PROBABILITIES = "log_probabilities";
    public static final String MEMBERS = "member_probabilities";
    public static final String MEMBER_LOGS = "member_log_probabilities";
    public static final String EMBEDDINGS = "embeddings";
    public static final String DISTANCES = "distances";

    private static final int VIEWS = 2;

    /** In the target of a Reshape: copy the extent of the input, and compute the remaining extent. */
    private static final long KEEP = 0;

    private static final long REST = -1;

    private final GraphMerge merge;
    private final int classes;

    private EnsembleGraph(GraphMerge merge, int classes) {
        this.merge = merge;
        this.classes = classes;
    }

    /**
     * Combines classifiers without distances.
     *
     * @param members at least one, with the same operator set and classes; either all have embeddings of one size, or
     *     none has an embedding
     * @param spec the input of each of them
     * @throws IllegalArgumentException if they cannot be combined
     */
    public static OnnxGraph of(List<ClassifierNetwork> members, ClassifierSpec spec) {
        return of(members, List.of(), spec);
    }

    /**
     * Combines classifiers.
     *
     * @param members at least one, with the same operator set and classes; either all have embeddings of one size, or
     *     none has an embedding
     * @param distances the {@link DistanceGraph} of each member, in their order and with their operator set; empty to
     *     leave distances out
     * @param spec the input of each member
     * @throws IllegalArgumentException if they cannot be combined
     */
    public static OnnxGraph of(List<ClassifierNetwork> members, List<OnnxGraph> distances, ClassifierSpec spec) {
        boolean embed = members.stream().allMatch(ClassifierNetwork::hasEmbedding);
        if (!distances.isEmpty() && (!embed || distances.size() != members.size())) {
            throw new IllegalArgumentException(
                    distances.size() + " distances of " + members.size() + " members, embeddings: " + embed);
        }
        GraphMerge merge = new GraphMerge(members.get(0).graph().opset());
        EnsembleGraph ensemble = new EnsembleGraph(merge, spec.classes().size());
        List<String> embeddings = ensemble.join(members, spec.input());
        List<OnnxValue> outputs = ensemble.outputs(members.size());
        if (embed) {
            ensemble.stack(EMBEDDINGS, embeddings);
            outputs.add(new OnnxValue(EMBEDDINGS, List.of()));
        }
        if (!distances.isEmpty()) {
            ensemble.measure(embeddings, distances);
            outputs.add(new OnnxValue(DISTANCES, List.of(OnnxValue.DYNAMIC, (long) members.size())));
        }
        return merge.graph(List.of(crops(spec.input().geometry())), outputs);
    }

    /** The tensors of the members' embeddings, if all have one. */
    private List<String> join(List<ClassifierNetwork> members, InputSpec input) {
        String views = normalised(bothViews(input.geometry()), input.normalisation());
        List<String> probabilities = new ArrayList<>();
        List<String> logs = new ArrayList<>();
        List<String> embeddings = new ArrayList<>();
        for (ClassifierNetwork member : members) {
            List<String> outputs = merge.add(member.graph().withDynamicBatch(), views);
            probabilities.add(mean(ofViews(outputs.get(0))));
            String logsOfViews = merge.node("LogSoftmax", List.of(outputs.get(1)), Map.of("axis", OnnxAttribute.of(1)));
            logs.add(logOfMean(ofViews(logsOfViews)));
            if (member.hasEmbedding()) {
                embeddings.add(ofViews(outputs.get(2)).get(0));
            }
        }
        merge.named(PROBABILITIES, "Identity", List.of(mean(probabilities)), Map.of());
        merge.named(LOG_PROBABILITIES, "Identity", List.of(logOfMean(logs)), Map.of());
        stack(MEMBERS, probabilities);
        stack(MEMBER_LOGS, logs);
        return embeddings;
    }

    private void measure(List<String> embeddings, List<OnnxGraph> distances) {
        List<String> columns = new ArrayList<>();
        for (int member = 0; member < distances.size(); member++) {
            String distance =
                    merge.add(distances.get(member), embeddings.get(member)).get(0);
            columns.add(reshaped(distance, List.of(REST, 1L)));
        }
        merge.named(DISTANCES, "Concat", columns, Map.of("axis", OnnxAttribute.of(1)));
    }

    private static OnnxValue crops(CropGeometry geometry) {
        List<Long> shape = List.of(OnnxValue.DYNAMIC, (long) geometry.heightPx(), (long) geometry.widthPx(), 3L);
        return new OnnxValue(CROPS, shape, ElementType.UINT8);
    }

    private List<OnnxValue> outputs(int members) {
        List<Long> ofEnsemble = List.of(OnnxValue.DYNAMIC, (long) classes);
        List<Long> ofMembers = List.of(OnnxValue.DYNAMIC, (long) members, (long) classes);
        return new ArrayList<>(List.of(
                new OnnxValue(PROBABILITIES, ofEnsemble),
                new OnnxValue(LOG_PROBABILITIES, ofEnsemble),
                new OnnxValue(MEMBERS, ofMembers),
                new OnnxValue(MEMBER_LOGS, ofMembers)));
    }

    /** The crops and then their mirror images, uint8[2n][height][width][3]. */
    private String bothViews(CropGeometry geometry) {
        int width = geometry.widthPx();
        String fromRight = merge.longs(new LongTensor(
                List.of((long) width),
                LongStream.range(0, width).map(x -> width - 1 - x).boxed().toList()));
        String mirrored = merge.node("Gather", List.of(CROPS, fromRight), Map.of("axis", OnnxAttribute.of(2)));
        return merge.node("Concat", List.of(CROPS, mirrored), Map.of("axis", OnnxAttribute.of(0)));
    }

    /** The normalised crops, float32[2n][3][height][width], with the arithmetic of {@link Normalisation#write}. */
    private String normalised(String pixels, Normalisation normalisation) {
        String floats = merge.node("Cast", List.of(pixels), Map.of("to", OnnxAttribute.of(ElementType.FLOAT32.code())));
        String planes =
                merge.node("Transpose", List.of(floats), Map.of("perm", OnnxAttribute.of(List.of(0L, 3L, 1L, 2L))));
        String centred = merge.node("Sub", List.of(planes, ofChannels(normalisation.mean()::get)), Map.of());
        return merge.node("Div", List.of(centred, ofChannels(normalisation.scale()::get)), Map.of());
    }

    private String ofChannels(IntFunction<Float> numbers) {
        FloatTensor tensor = FloatTensor.filled(List.of(1L, 3L, 1L, 1L), 0);
        IntStream.range(0, 3).forEach(channel -> tensor.values()[channel] = numbers.apply(channel));
        return merge.floats(tensor);
    }

    /** Splits float32[2n][size] into the part of the crops and the part of their mirror images. */
    private List<String> ofViews(String tensor) {
        String rows = reshaped(transposed(tensor), List.of(KEEP, (long) VIEWS, REST));
        return IntStream.range(0, VIEWS)
                .mapToObj(view -> merge.longs(new LongTensor(List.of(), List.of((long) view))))
                .map(view -> merge.node("Gather", List.of(rows, view), Map.of("axis", OnnxAttribute.of(1))))
                .map(this::transposed)
                .toList();
    }

    private String transposed(String matrix) {
        return merge.node("Transpose", List.of(matrix), Map.of("perm", OnnxAttribute.of(List.of(1L, 0L))));
    }

    private String reshaped(String tensor, List<Long> shape) {
        String target = merge.longs(new LongTensor(List.of((long) shape.size()), shape));
        return merge.node("Reshape", List.of(tensor, target), Map.of());
    }

    private String mean(List<String> tensors) {
        return tensors.size() == 1 ? tensors.get(0) : merge.node("Mean", tensors, Map.of());
    }

    /**
     * The logarithm of the mean of exp(logs), by log-sum-exp, so that nothing rounds to zero.
     */
    private String logOfMean(List<String> logs) {
        if (logs.size() == 1) {
            return logs.get(0);
        }
        String highest = merge.node("Max", logs, Map.of());
        List<String> shares = logs.stream()
                .map(log -> merge.node("Exp", List.of(merge.node("Sub", List.of(log, highest), Map.of())), Map.of()))
                .toList();
        String ofShares = merge.node("Log", List.of(mean(shares)), Map.of());
        return merge.node("Add", List.of(ofShares, highest), Map.of());
    }

    /** Stacks the members' tensors to float32[n][members][size]. */
    private void stack(String name, List<String> ofMembers) {
        List<String> columns = ofMembers.stream()
                .map(tensor -> reshaped(tensor, List.of(KEEP, 1L, REST)))
                .toList();
        merge.named(name, "Concat", columns, Map.of("axis", OnnxAttribute.of(1)));
    }
}

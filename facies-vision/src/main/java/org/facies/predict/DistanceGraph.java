package org.facies.predict;

import java.util.List;
import java.util.Map;
import org.facies.novelty.KnownFaces;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.GraphMerge;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxValue;

/**
 * {@link KnownFaces} as an ONNX graph: the file {@code distance.onnx} of a trial. The input {@value #EMBEDDING} is
 * float32[n][d], as the network of the trial gives it; the output {@value #DISTANCE} is float32[n]. It is made of
 * operators that every operator set has, so that it can be merged with the network.
 */
public final class DistanceGraph {

    public static final String EMBEDDING = "embedding";
    public static final String DISTANCE = "distance";

    private DistanceGraph() {}

    /**
     * Makes the graph.
     *
     * @param opset operator set of the network, so that both can be merged
     */
    public static OnnxGraph of(KnownFaces known, long opset) {
        GraphMerge merge = new GraphMerge(opset);
        long size = known.size();
        String direction = merge.node(
                "LpNormalization", List.of(EMBEDDING), Map.of("axis", OnnxAttribute.of(1), "p", OnnxAttribute.of(2)));
        String halfOfUsual = merge.floats(FloatTensor.filled(List.of(size, 1L), (float) (0.5 / known.usual())));
        List<String> ofMeans = known.means().stream()
                .map(mean -> merge.floats(row(mean)))
                .map(mean -> merge.node("Sub", List.of(direction, mean), Map.of()))
                .map(gap -> merge.node("Mul", List.of(gap, gap), Map.of()))
                .map(squares -> merge.node("MatMul", List.of(squares, halfOfUsual), Map.of()))
                .toList();
        String nearest = merge.node("Min", ofMeans, Map.of());
        String flat = merge.longs(new LongTensor(List.of(1L), List.of(-1L)));
        merge.named(DISTANCE, "Reshape", List.of(nearest, flat), Map.of());
        return merge.graph(
                List.of(new OnnxValue(EMBEDDING, List.of(OnnxValue.DYNAMIC, size))),
                List.of(new OnnxValue(DISTANCE, List.of(OnnxValue.DYNAMIC))));
    }

    private static FloatTensor row(double[] numbers) {
        FloatTensor row = FloatTensor.filled(List.of(1L, (long) numbers.length), 0);
        for (int i = 0; i < numbers.length; i++) {
            row.values()[i] = (float) numbers[i];
        }
        return row;
    }
}

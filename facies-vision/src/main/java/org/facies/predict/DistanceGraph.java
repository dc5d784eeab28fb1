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
 * float32[n][d], the output of the trial's network. The output {@value #DISTANCE} is float32[n]. It uses only operators
 * of all operator sets, so that it can be combined with the network.
 */
public final class DistanceGraph {

    public static final String EMBEDDING = "embedding";
    public static final String DISTANCE = "distance";

    private DistanceGraph() {}

    /**
     * Makes the graph.
     *
     * @param opset operator set of the network, so that both can be combined
     */
    public static OnnxGraph of(KnownFaces known, long opset) {
        GraphMerge merge = new GraphMerge(opset);
        long size = known.size();
        String direction = merge.node(
                "LpNormalization", List.of(EMBEDDING), Map.of("axis", OnnxAttribute.of(1), "p", OnnxAttribute.of(2)));
        String whitening = merge.floats(transposed(known.whitening()));
        float perSquare = (float) (1 / (known.usual() * known.usual()));
        String scale = merge.floats(FloatTensor.filled(List.of(size, 1L), perSquare));
        List<String> squares = known.means().stream()
                .map(mean -> merge.node("Sub", List.of(direction, merge.floats(row(mean))), Map.of()))
                .map(gap -> merge.node("MatMul", List.of(gap, whitening), Map.of()))
                .map(gap -> merge.node("Mul", List.of(gap, gap), Map.of()))
                .map(square -> merge.node("MatMul", List.of(square, scale), Map.of()))
                .toList();
        String nearest = merge.node("Sqrt", List.of(merge.node("Min", squares, Map.of())), Map.of());
        String flat = merge.longs(new LongTensor(List.of(1L), List.of(-1L)));
        merge.named(DISTANCE, "Reshape", List.of(nearest, flat), Map.of());
        return merge.graph(
                List.of(new OnnxValue(EMBEDDING, List.of(OnnxValue.DYNAMIC, size))),
                List.of(new OnnxValue(DISTANCE, List.of(OnnxValue.DYNAMIC))));
    }

    /** float[1][embedding]. */
    private static FloatTensor row(double[] numbers) {
        FloatTensor row = FloatTensor.filled(List.of(1L, (long) numbers.length), 0);
        for (int i = 0; i < numbers.length; i++) {
            row.values()[i] = (float) numbers[i];
        }
        return row;
    }

    /** The transposed matrix, for multiplication from the other side. */
    private static FloatTensor transposed(double[][] matrix) {
        int size = matrix.length;
        FloatTensor transposed = FloatTensor.filled(List.of((long) size, (long) size), 0);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                transposed.values()[j * size + i] = (float) matrix[i][j];
            }
        }
        return transposed;
    }
}

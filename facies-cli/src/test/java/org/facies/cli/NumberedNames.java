package org.facies.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** A small face network whose tensors are called by numbers, as PyTorch exports them. */
final class NumberedNames {
    /** What {@code auto} freezes: the first of two convolutions. */
    static final String LOWEST = "530";

    private static final long SIDE_PX = 112;
    private static final long SIZE = 256;

    private NumberedNames() {}

    /** float[n][3][112][112] to float[n][256]. */
    static OnnxGraph network() {
        Random random = new Random(7);
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        weights.put("1", weight(random, 4, 3, 3, 3));
        weights.put("2", weight(random, 32, 4, 3, 3));
        weights.put("3", weight(random, 32, SIZE));
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("0", List.of(OnnxValue.DYNAMIC, 3L, SIDE_PX, SIDE_PX))),
                List.of(new OnnxValue("536", List.of(OnnxValue.DYNAMIC, SIZE))),
                List.of(
                        OnnxNode.of("Conv", List.of("0", "1"), "529", stride(4)),
                        OnnxNode.of("Relu", List.of("529"), LOWEST, Map.of()),
                        OnnxNode.of("Conv", List.of(LOWEST, "2"), "531", stride(2)),
                        OnnxNode.of("Relu", List.of("531"), "533", Map.of()),
                        OnnxNode.of("GlobalAveragePool", List.of("533"), "534", Map.of()),
                        OnnxNode.of("Flatten", List.of("534"), "535", Map.of("axis", OnnxAttribute.of(1))),
                        OnnxNode.of("MatMul", List.of("535", "3"), "536", Map.of())),
                weights,
                Map.of());
    }

    private static Map<String, OnnxAttribute> stride(long px) {
        return Map.of(
                "kernel_shape", OnnxAttribute.of(List.of(3L, 3L)),
                "pads", OnnxAttribute.of(List.of(1L, 1L, 1L, 1L)),
                "strides", OnnxAttribute.of(List.of(px, px)));
    }

    private static FloatTensor weight(Random random, long... shape) {
        List<Long> extents = Arrays.stream(shape).boxed().toList();
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * 0.3);
        }
        return new FloatTensor(extents, values);
    }
}

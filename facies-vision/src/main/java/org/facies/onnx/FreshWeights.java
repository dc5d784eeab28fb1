package org.facies.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random initialisation. Filters are N(0, 2 / fan-in) (He et al. 2015, eq. 14) unless the graph states another
 * deviation, matrices N(0, 1 / fan-in). Norm and affine scales and running variances are 1, PReLU slopes 0.25, and
 * biases, shifts and running means 0.
 */
final class FreshWeights {

    private static final float PRELU_SLOPE = 0.25f;

    private FreshWeights() {}

    static OnnxGraph of(OnnxGraph graph, long seed) {
        Map<String, FloatTensor> fresh = new LinkedHashMap<>();
        graph.roles().forEach((name, role) -> {
            FloatTensor old = graph.weights().get(name);
            Random random = new Random(seed * 0x9E3779B97F4A7C15L + name.hashCode());
            fresh.put(name, fresh(role, old, graph.notes(), random));
        });
        return graph.withWeights(fresh);
    }

    private static FloatTensor fresh(WeightRole role, FloatTensor old, TrainingNotes notes, Random random) {
        List<Long> shape = old.shape();
        return switch (role) {
            case CONVOLUTION -> normal(shape, notes.filterDeviation().orElseGet(() -> he(shape)), random);
            case MATRIX -> normal(shape, Math.sqrt(1.0 / Math.max(shape.get(0), shape.get(1))), random);
            case SLOPE -> FloatTensor.filled(shape, PRELU_SLOPE);
            case NORM_SCALE, AFFINE_SCALE, RUNNING_VARIANCE -> FloatTensor.filled(shape, 1);
            case BIAS, NORM_SHIFT, AFFINE_SHIFT, RUNNING_MEAN -> FloatTensor.filled(shape, 0);
            case CONSTANT -> old;
        };
    }

    private static double he(List<Long> shape) {
        return Math.sqrt(2.0 / (shape.get(0) * shape.get(2) * shape.get(3)));
    }

    private static FloatTensor normal(List<Long> shape, double deviation, Random random) {
        FloatTensor drawn = FloatTensor.filled(shape, 0);
        float[] values = drawn.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return drawn;
    }
}

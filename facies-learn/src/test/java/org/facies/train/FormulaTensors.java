package org.facies.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * Tensors that {@code src/test/python/make_iresnet_golden.py} makes by the same formula, so that no file has to hold
 * them: murmur3's finaliser of a counter that begins at the name's hash, spread evenly over a range.
 */
final class FormulaTensors {

    private static final int COUNTER_STEP = 0x9E3779B9;

    private FormulaTensors() {}

    /** A state dict for a graph of IResNet; slopes have one extent, as PyTorch saves them. */
    static Map<String, FloatTensor> stateDict(OnnxGraph graph) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        graph.weights().forEach((name, weight) -> {
            List<Long> shape = weight.shape();
            tensors.put(name, weight(name, name.endsWith("prelu.weight") ? shape.subList(0, 1) : shape));
        });
        return tensors;
    }

    private static FloatTensor weight(String name, List<Long> shape) {
        if (shape.size() > 1) {
            double bound = Math.sqrt(3.0 / shape.stream().skip(1).reduce(1L, Math::multiplyExact));
            return spread(name, shape, -bound, bound);
        }
        if (name.endsWith("running_mean") || name.endsWith("bias")) {
            return spread(name, shape, -0.2, 0.2);
        }
        if (name.endsWith("prelu.weight")) {
            return spread(name, shape, 0.1, 0.4);
        }
        return name.endsWith("bn3.weight") ? spread(name, shape, 0.05, 0.35) : spread(name, shape, 0.5, 1.5);
    }

    /** Even over [low, high). */
    static FloatTensor spread(String name, List<Long> shape, double low, double high) {
        FloatTensor tensor = FloatTensor.filled(shape, 0);
        float[] values = tensor.values();
        int counter = name.hashCode();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * ((mixed(counter) >>> 8) / 0x1p24));
            counter += COUNTER_STEP;
        }
        return tensor;
    }

    private static int mixed(int counter) {
        int h = counter;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}

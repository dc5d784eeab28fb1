package org.facies.cli.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/** Weights of a built network as PyTorch saves them. */
final class StateDicts {

    private StateDicts() {}

    /** Slopes have one extent. */
    static Map<String, FloatTensor> of(OnnxGraph network) {
        Map<String, FloatTensor> saved = new LinkedHashMap<>();
        network.weights().forEach((name, weight) -> {
            boolean slopes = name.endsWith("prelu.weight");
            saved.put(name, slopes ? weight.reshaped(weight.shape().subList(0, 1)) : weight);
        });
        return saved;
    }
}

package org.facies.inference;

import java.util.Map;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;

/**
 * Outputs of a run by name, floats and integers apart.
 *
 * @param floats the outputs that are float32
 * @param integers the outputs that are int64 or int32
 */
public record Computed(Map<String, FloatTensor> floats, Map<String, LongTensor> integers) {
    public Computed {
        floats = Map.copyOf(floats);
        integers = Map.copyOf(integers);
    }
}

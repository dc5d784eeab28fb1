package org.facies.inference;

import java.util.Map;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;

/**
 * The outputs of a run by name, separated by type.
 *
 * @param floats the outputs of type float32
 * @param integers the outputs of type int64 or int32
 */
public record Computed(Map<String, FloatTensor> floats, Map<String, LongTensor> integers) {
    public Computed {
        floats = Map.copyOf(floats);
        integers = Map.copyOf(integers);
    }
}

package org.facies.model.iresnet;

import java.util.List;
import org.facies.onnx.FloatTensor;

/**
 * A weight of the graph.
 *
 * @param shape in the graph
 * @param savedShape in a PyTorch state dict, with the same number of elements
 * @param neutral its initial value
 */
record Slot(List<Long> shape, List<Long> savedShape, float neutral) {

    Slot {
        shape = List.copyOf(shape);
        savedShape = List.copyOf(savedShape);
    }

    Slot(List<Long> shape, float neutral) {
        this(shape, shape, neutral);
    }

    FloatTensor filled() {
        return FloatTensor.filled(shape, neutral);
    }
}

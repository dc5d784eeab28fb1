package org.facies.model.iresnet;

import java.util.List;
import org.facies.onnx.FloatTensor;

/**
 * The place of a weight in the graph.
 *
 * @param shape in the graph
 * @param savedShape in a PyTorch state dict, of as many elements
 * @param neutral what fills it until it gets its values
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

package org.facies.train.data;

import java.util.Arrays;
import java.util.List;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.input.BadInput;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;

/** Finds the shape of a graph's output by running it on one empty picture, because files do not always state it. */
public final class OutputShape {

    private OutputShape() {}

    /** The shape of the first output, without the batch. */
    static List<Long> of(OnnxGraph graph, InputSpec input) {
        try (GraphModule module = new GraphModule(graph)) {
            long[] shape = NativeMemory.withoutGradients(() -> module.forward(
                            Tensors.of(
                                    new float[input.valuesPerCrop()],
                                    1,
                                    3,
                                    input.geometry().heightPx(),
                                    input.geometry().widthPx()),
                            Mode.EVALUATION)
                    .shape());
            return Arrays.stream(shape).skip(1).boxed().toList();
        }
    }

    /** Length of a backbone's embedding. */
    public static int embedding(OnnxGraph backbone, InputSpec input) {
        List<Long> shape = of(backbone, input);
        if (shape.size() != 1) {
            throw new BadInput(
                    "network, output " + backbone.output().name(),
                    "",
                    "is not an embedding; it has the shape " + shape,
                    "Choose a face recogniser whose output is one vector for each picture.");
        }
        return Math.toIntExact(shape.get(0));
    }
}

package org.facies.autograd;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/**
 * A batch norm of the graph's input and the convolution after it, as at the beginning of an IResNet above a cut. The
 * input needs no gradient, but the norm's scale and shift do. For these alone, the convolution would have to compute
 * its costly gradient towards the input. In training, therefore, the norm leaves scale and shift out, and the
 * convolution absorbs them: the scale into its filters, and the shift as the filters' response to a constant picture.
 * The function and its gradients do not change.
 *
 * @param scale γ, float[channels]
 * @param shift β, float[channels]
 */
record AbsorbedNorm(Convolution convolution, String scale, String shift) implements Operation {

    /** The convolution with the norm before it, if both are at the beginning of the graph; otherwise empty. */
    static Optional<AbsorbedNorm> before(OnnxNode convolution, OnnxGraph graph, String picture) {
        return graph.producer(convolution.inputs().get(0))
                .filter(norm -> isAbsorbed(norm, graph, picture))
                .map(norm -> new AbsorbedNorm(
                        Convolution.of(convolution, graph),
                        norm.inputs().get(1),
                        norm.inputs().get(2)));
    }

    /**
     * Whether the node is a norm whose scale and shift are absorbed by a convolution.
     *
     * @param picture name of the tensor that needs no gradient
     */
    static boolean isAbsorbed(OnnxNode norm, OnnxGraph graph, String picture) {
        return norm.op().equals("BatchNormalization")
                && norm.inputs().get(0).equals(picture)
                && !norm.output().equals(graph.output().name())
                && graph.consumers(norm.output()).size() == 1
                && absorbs(graph.consumers(norm.output()).get(0));
    }

    private static boolean absorbs(OnnxNode node) {
        return node.op().equals("Conv")
                && node.integer("group", 1) == 1
                && Window.of(node).symmetric();
    }

    @Override
    public Tensor apply(Values values, Mode mode) {
        if (!mode.trains()) {
            return convolution.apply(values, mode);
        }
        Tensor x = values.get(convolution.input());
        Tensor filters = values.get(convolution.filters());
        Tensor scaled = filters.mul(perChannel(values, scale));
        Tensor constant = perChannel(values, shift).expand(1, x.size(1), x.size(2), x.size(3));
        Tensor shifted = convolution.of(constant, filters, new TensorOptional());
        return convolution.of(x, scaled, convolution.bias(values)).add_(shifted);
    }

    private static Tensor perChannel(Values values, String name) {
        return values.get(name).reshape(1, -1, 1, 1);
    }
}

package org.facies.autograd;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** Element-wise functions. */
final class Pointwise {

    private static final float LEAK = 0.01f;

    private Pointwise() {}

    static Operation of(OnnxNode node, OnnxGraph graph) {
        String x = node.inputs().get(0);
        return switch (node.op()) {
            case "Sigmoid" -> (values, mode) -> torch.sigmoid(values.get(x));
            case "Tanh" -> (values, mode) -> torch.tanh(values.get(x));
            case "LeakyRelu" -> {
                float slope = node.real("alpha", LEAK);
                yield (values, mode) -> torch.leaky_relu(values.get(x), new Scalar(slope));
            }
            default -> {
                float low = bound(node, graph, 1);
                float high = bound(node, graph, 2);
                yield (values, mode) -> torch.clamp(
                        values.get(x), new ScalarOptional(new Scalar(low)), new ScalarOptional(new Scalar(high)));
            }
        };
    }

    /** A bound of a Clip: an attribute before operator set 11, an input from then on. */
    private static float bound(OnnxNode node, OnnxGraph graph, int input) {
        float open = input == 1 ? -Float.MAX_VALUE : Float.MAX_VALUE;
        if (!node.hasInput(input)) {
            return node.real(input == 1 ? "min" : "max", open);
        }
        FloatTensor given = graph.weights().get(node.inputs().get(input));
        if (given == null || given.values().length != 1) {
            throw Unsupported.node(node, "clips to a bound that is computed instead of fixed");
        }
        return given.values()[0];
    }
}

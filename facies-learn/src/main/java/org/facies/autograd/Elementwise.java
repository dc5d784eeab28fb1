package org.facies.autograd;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** Operations that do not change the shape. */
final class Elementwise {

    private static final long SOFTMAX_OF_LAST_AXIS = 13;

    private Elementwise() {}

    static Operation relu(OnnxNode node) {
        String x = node.inputs().get(0);
        return (values, mode) -> values.get(x).relu();
    }

    static Operation reluInPlace(OnnxNode node) {
        String x = node.inputs().get(0);
        return (values, mode) -> {
            Tensor tensor = values.get(x);
            tensor.relu_();
            return tensor;
        };
    }

    static Operation prelu(OnnxNode node) {
        String x = node.inputs().get(0);
        String slopes = node.inputs().get(1);
        return (values, mode) -> torch.prelu(values.get(x), values.get(slopes).reshape(-1));
    }

    /** Adds in place if an operand may be overwritten and has the shape of the sum, otherwise into a new tensor. */
    static Operation add(OnnxNode node, boolean mayOverwriteFirst, boolean mayOverwriteSecond) {
        String first = node.inputs().get(0);
        String second = node.inputs().get(1);
        return (values, mode) -> {
            Tensor a = values.get(first);
            Tensor b = values.get(second);
            boolean inPlace = !first.equals(second) && Arrays.equals(a.shape(), b.shape());
            if (inPlace && mayOverwriteFirst) {
                a.add_(b);
                return a;
            }
            if (inPlace && mayOverwriteSecond) {
                b.add_(a);
                return b;
            }
            return a.add(b);
        };
    }

    static Operation arithmetic(OnnxNode node) {
        String first = node.inputs().get(0);
        String second = node.inputs().get(1);
        return switch (node.op()) {
            case "Sub" -> (values, mode) -> values.get(first).sub(values.get(second));
            case "Mul" -> (values, mode) -> values.get(first).mul(values.get(second));
            default -> (values, mode) -> values.get(first).div(values.get(second));
        };
    }

    static Operation batchNorm(OnnxNode node) {
        return (values, mode) -> norm(node, values, mode, optional(values, node, 1), optional(values, node, 2));
    }

    /** A norm that uses neither scale nor shift in training: {@link AbsorbedNorm}. */
    static Operation plainNorm(OnnxNode node) {
        Operation whole = batchNorm(node);
        return (values, mode) -> mode.trains()
                ? norm(node, values, mode, new TensorOptional(), new TensorOptional())
                : whole.apply(values, mode);
    }

    private static Tensor norm(OnnxNode node, Values values, Mode mode, TensorOptional scale, TensorOptional shift) {
        return torch.batch_norm(
                values.get(node.inputs().get(0)),
                scale,
                shift,
                mode == Mode.REPETITION ? new TensorOptional() : optional(values, node, 3),
                mode == Mode.REPETITION ? new TensorOptional() : optional(values, node, 4),
                mode.trains(),
                1 - node.real("momentum", 0.9f),
                node.real("epsilon", 1e-5f),
                false);
    }

    private static TensorOptional optional(Values values, OnnxNode node, int input) {
        return new TensorOptional(values.get(node.inputs().get(input)));
    }

    /** Dropout. The ratio is an attribute before operator set 12 and an input from then on; 0.5 by default. */
    static Operation dropout(OnnxNode node, OnnxGraph graph) {
        String x = node.inputs().get(0);
        FloatTensor given = node.hasInput(1) ? graph.weights().get(node.inputs().get(1)) : null;
        double ratio = given == null ? node.real("ratio", 0.5f) : given.values()[0];
        return (values, mode) -> mode.trains() ? torch.dropout(values.get(x), ratio, true) : values.get(x);
    }

    /** Divides rows by their Euclidean norm. */
    static Operation normalise(OnnxNode node) {
        String x = node.inputs().get(0);
        if (node.integer("p", 2) != 2 || node.integer("axis", -1) != 1) {
            throw Unsupported.node(node, "normalises by a norm other than the Euclidean norm of each row");
        }
        return (values, mode) -> torch.normalize(values.get(x));
    }

    static Operation softmax(OnnxNode node, OnnxGraph graph) {
        String x = node.inputs().get(0);
        long axis = node.integer("axis", graph.opset() < SOFTMAX_OF_LAST_AXIS ? 1 : -1);
        return (values, mode) -> torch.softmax(values.get(x), axis);
    }
}

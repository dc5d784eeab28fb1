package org.facies.autograd;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

record Convolution(String input, String filters, Optional<String> bias, Window window, long groups)
        implements Operation {

    static Convolution of(OnnxNode node, OnnxGraph graph) {
        String filters = node.inputs().get(1);
        if (!graph.weights().containsKey(filters)) {
            throw Unsupported.node(node, "convolves with filters that are not weights of the file");
        }
        Optional<String> bias = node.hasInput(2) ? Optional.of(node.inputs().get(2)) : Optional.empty();
        return new Convolution(node.inputs().get(0), filters, bias, Window.of(node), node.integer("group", 1));
    }

    @Override
    public Tensor apply(Values values, Mode mode) {
        Tensor x = values.get(input);
        if (!window.symmetric()) {
            x = torch.constant_pad_nd(x, window.edges(), new Scalar(0.0));
        }
        return of(x, values.get(filters), bias(values));
    }

    /** Convolves an already padded input if the window is not symmetric. */
    Tensor of(Tensor x, Tensor filters, TensorOptional bias) {
        return torch.conv2d(x, filters, bias, window.stride(), window.padding(), window.dilation(), groups);
    }

    TensorOptional bias(Values values) {
        return bias.map(values::get).map(TensorOptional::new).orElseGet(TensorOptional::new);
    }
}

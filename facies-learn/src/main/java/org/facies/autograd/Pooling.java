package org.facies.autograd;

import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.OnnxNode;

/** Pooling over windows and over whole pictures. */
final class Pooling {

    private Pooling() {}

    static Operation max(OnnxNode node) {
        String x = node.inputs().get(0);
        long[] kernel = kernel(node);
        Window window = Window.of(node);
        boolean ceil = node.integer("ceil_mode", 0) == 1;
        return (values, mode) -> {
            Tensor input = values.get(x);
            if (!window.symmetric()) {
                input = torch.constant_pad_nd(input, window.edges(), new Scalar(Double.NEGATIVE_INFINITY));
            }
            return torch.max_pool2d(input, kernel, window.stride(), window.padding(), window.dilation(), ceil);
        };
    }

    static Operation average(OnnxNode node) {
        String x = node.inputs().get(0);
        long[] kernel = kernel(node);
        Window window = Window.of(node);
        boolean ceil = node.integer("ceil_mode", 0) == 1;
        boolean countPadding = node.integer("count_include_pad", 0) == 1;
        if (!window.symmetric()) {
            throw Unsupported.node(node, "averages over a window with different padding at opposite edges");
        }
        return (values, mode) -> torch.avg_pool2d(
                values.get(x), kernel, window.stride(), window.padding(), ceil, countPadding, new LongOptional());
    }

    static Operation globalAverage(OnnxNode node) {
        String x = node.inputs().get(0);
        return (values, mode) -> torch.adaptive_avg_pool2d(values.get(x), 1, 1);
    }

    private static long[] kernel(OnnxNode node) {
        List<Long> kernel = node.integers("kernel_shape", List.of());
        if (kernel.size() != 2) {
            throw Unsupported.node(node, "does not work on two-dimensional pictures");
        }
        return Tensors.extents(kernel);
    }
}

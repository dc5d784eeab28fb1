package org.facies.autograd;

import java.util.List;
import org.facies.onnx.OnnxNode;

/** The geometry of a two-dimensional kernel: strides, dilations, and the padding at each edge. */
record Window(List<Long> strides, List<Long> dilations, List<Long> pads) {

    static Window of(OnnxNode node) {
        String auto = node.text("auto_pad", "NOTSET");
        if (!auto.equals("NOTSET") && !auto.equals("VALID")) {
            throw Unsupported.node(node, "pads automatically (" + auto + "), which is not supported");
        }
        Window window = new Window(
                node.integers("strides", List.of(1L, 1L)),
                node.integers("dilations", List.of(1L, 1L)),
                node.integers("pads", List.of(0L, 0L, 0L, 0L)));
        if (window.strides.size() != 2 || window.dilations.size() != 2 || window.pads.size() != 4) {
            throw Unsupported.node(node, "does not work on two-dimensional pictures");
        }
        return window;
    }

    boolean symmetric() {
        return pads.get(0).equals(pads.get(2)) && pads.get(1).equals(pads.get(3));
    }

    long[] stride() {
        return Tensors.extents(strides);
    }

    long[] dilation() {
        return Tensors.extents(dilations);
    }

    /** Padding of height and width if {@link #symmetric()}; otherwise zero, because it is applied beforehand. */
    long[] padding() {
        return symmetric() ? new long[] {pads.get(0), pads.get(1)} : new long[] {0, 0};
    }

    /** The padding in libtorch's order: left, right, top, bottom. */
    long[] edges() {
        return new long[] {pads.get(1), pads.get(3), pads.get(0), pads.get(2)};
    }
}

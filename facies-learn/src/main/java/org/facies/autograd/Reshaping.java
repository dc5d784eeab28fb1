package org.facies.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** Operations that rearrange numbers without changing them. */
final class Reshaping {

    private Reshaping() {}

    static Operation identity(OnnxNode node) {
        String x = node.inputs().get(0);
        return (values, mode) -> values.get(x);
    }

    /** Flattens to a matrix: axes before the given one become rows, the others columns. */
    static Operation flatten(OnnxNode node) {
        String x = node.inputs().get(0);
        if (node.integer("axis", 1) != 1) {
            throw Unsupported.node(node, "flattens at axis " + node.integer("axis", 1) + " instead of 1");
        }
        return (values, mode) -> {
            Tensor input = values.get(x);
            return input.reshape(input.size(0), -1);
        };
    }

    /** Reshapes; an extent of 0 copies the input's. */
    static Operation reshape(OnnxNode node, OnnxGraph graph) {
        String x = node.inputs().get(0);
        LongTensor target =
                node.hasInput(1) ? graph.integers().get(node.inputs().get(1)) : null;
        if (target == null) {
            throw Unsupported.node(node, "reshapes to extents that are computed, not constant");
        }
        return (values, mode) -> {
            Tensor input = values.get(x);
            long[] extents = Tensors.extents(target.values());
            for (int i = 0; i < extents.length; i++) {
                extents[i] = extents[i] == 0 ? input.size(i) : extents[i];
            }
            return input.reshape(extents);
        };
    }

    /** Removes axes of extent 1; they are an attribute before operator set 13, an input from then on. */
    static Operation squeeze(OnnxNode node, OnnxGraph graph) {
        String x = node.inputs().get(0);
        LongTensor given = node.hasInput(1) ? graph.integers().get(node.inputs().get(1)) : null;
        List<Long> axes = given == null ? node.integers("axes", List.of()) : given.values();
        if (axes.isEmpty()) {
            throw Unsupported.node(node, "removes axes without naming them");
        }
        return (values, mode) -> values.get(x).squeeze(Tensors.extents(axes));
    }

    static Operation transpose(OnnxNode node) {
        String x = node.inputs().get(0);
        List<Long> order = node.integers("perm", List.of());
        return (values, mode) -> {
            Tensor input = values.get(x);
            long[] axes = order.isEmpty() ? reversed(input.shape().length) : Tensors.extents(order);
            return input.permute(axes);
        };
    }

    private static long[] reversed(int rank) {
        return LongStream.iterate(rank - 1L, axis -> axis - 1).limit(rank).toArray();
    }

    /** Pads with a constant; the amounts are an attribute before operator set 11, an input from then on. */
    static Operation pad(OnnxNode node, OnnxGraph graph) {
        if (!node.text("mode", "constant").equals("constant")) {
            throw Unsupported.node(node, "pads with " + node.text("mode", "") + " values, which is not supported");
        }
        LongTensor given = node.hasInput(1) ? graph.integers().get(node.inputs().get(1)) : null;
        List<Long> pads = given == null ? node.integers("pads", List.of()) : given.values();
        if (pads.isEmpty()) {
            throw Unsupported.node(node, "pads by amounts that are computed, not constant");
        }
        FloatTensor filler =
                node.hasInput(2) ? graph.weights().get(node.inputs().get(2)) : null;
        float value = filler == null ? node.real("value", 0) : filler.values()[0];
        long[] edges = lastAxisFirst(pads);
        String x = node.inputs().get(0);
        return (values, mode) -> torch.constant_pad_nd(values.get(x), edges, new Scalar(value));
    }

    /**
     * Reorders pads. ONNX lists all beginnings, then all ends, first axis first; libtorch pairs them, last axis first.
     */
    private static long[] lastAxisFirst(List<Long> pads) {
        int rank = pads.size() / 2;
        List<List<Long>> pairs = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            pairs.add(List.of(pads.get(axis), pads.get(axis + rank)));
        }
        Collections.reverse(pairs);
        return pairs.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
    }
}

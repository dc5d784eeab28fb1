package org.facies.onnx;

import java.util.List;
import java.util.Optional;

/**
 * A per-channel factor and summand directly after a convolution, used by nothing else: dlib's affine layer.
 *
 * @param factor name of the weight that {@code mul} multiplies with
 * @param summand name of the weight that {@code add} adds
 */
record AffineTail(OnnxNode mul, String factor, OnnxNode add, String summand) {

    static Optional<AffineTail> behind(OnnxNode conv, OnnxGraph graph) {
        if (!conv.op().equals("Conv")
                || !graph.weights().containsKey(conv.inputs().get(1))) {
            return Optional.empty();
        }
        long channels = graph.weights().get(conv.inputs().get(1)).shape().get(0);
        return only(conv.output(), "Mul", graph)
                .flatMap(mul -> perChannel(mul, channels, graph)
                        .flatMap(factor -> only(mul.output(), "Add", graph)
                                .flatMap(add -> perChannel(add, channels, graph)
                                        .map(summand -> new AffineTail(mul, factor, add, summand)))));
    }

    private static Optional<OnnxNode> only(String tensor, String op, OnnxGraph graph) {
        List<OnnxNode> users = graph.consumers(tensor);
        boolean seen = graph.outputs().stream().anyMatch(output -> output.name().equals(tensor));
        return users.size() == 1 && !seen && users.get(0).op().equals(op)
                ? Optional.of(users.get(0))
                : Optional.empty();
    }

    private static Optional<String> perChannel(OnnxNode node, long channels, OnnxGraph graph) {
        return node.inputs().stream()
                .filter(name -> graph.weights().containsKey(name))
                .filter(name -> isPerChannel(graph.weights().get(name), channels))
                .findFirst();
    }

    private static boolean isPerChannel(FloatTensor weight, long channels) {
        List<Long> shape = weight.shape();
        int rank = shape.size();
        return rank >= 3 && weight.values().length == channels && shape.get(rank - 3) == channels;
    }
}

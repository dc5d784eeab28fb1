package org.facies.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Folds batch normalisation into the convolution or matrix before it; see {@link OnnxGraph#withBatchNormFolded()}. */
final class BatchNormFolder {

    private static final float EPSILON = 1e-5f;

    private final OnnxGraph graph;
    private final Map<String, FloatTensor> weights;

    BatchNormFolder(OnnxGraph graph) {
        this.graph = graph;
        this.weights = new LinkedHashMap<>(graph.weights());
    }

    OnnxGraph folded() {
        List<OnnxNode> nodes = new ArrayList<>();
        Set<OnnxNode> gone = new HashSet<>();
        for (OnnxNode node : graph.nodes()) {
            Optional<OnnxNode> norm = normBehind(node);
            norm.ifPresent(gone::add);
            if (!gone.contains(node)) {
                nodes.add(norm.map(found -> affine(found).foldedInto(node, found.output(), weights))
                        .orElse(node));
            }
        }
        return new OnnxGraph(
                        graph.opset(), graph.inputs(), graph.outputs(), nodes, weights, graph.integers(), graph.notes())
                .withoutUnusedWeights();
    }

    private Optional<OnnxNode> normBehind(OnnxNode layer) {
        if (!isFoldable(layer)) {
            return Optional.empty();
        }
        List<OnnxNode> users = graph.consumers(layer.output());
        boolean seen = graph.outputs().stream().anyMatch(output -> output.name().equals(layer.output()));
        return users.size() == 1 && !seen && isConstant(users.get(0)) ? Optional.of(users.get(0)) : Optional.empty();
    }

    private boolean isFoldable(OnnxNode layer) {
        boolean linear = layer.op().equals("Conv")
                || (layer.op().equals("Gemm")
                        && layer.integer("transB", 0) == 1
                        && layer.integer("transA", 0) == 0
                        && layer.real("alpha", 1) == 1
                        && layer.real("beta", 1) == 1);
        return linear && layer.inputs().stream().skip(1).allMatch(this::belongsToOne) && hasPlainBias(layer);
    }

    private boolean belongsToOne(String weight) {
        return weights.containsKey(weight) && graph.consumers(weight).size() == 1;
    }

    /** Whether the bias has one number for each channel; Gemm also allows one number for all. */
    private boolean hasPlainBias(OnnxNode layer) {
        return !layer.hasInput(2)
                || weights.get(layer.inputs().get(2)).values().length
                        == weights.get(layer.inputs().get(1)).shape().get(0);
    }

    private boolean isConstant(OnnxNode norm) {
        return norm.op().equals("BatchNormalization")
                && norm.outputs().size() == 1
                && norm.integer("training_mode", 0) == 0
                && norm.inputs().stream().skip(1).allMatch(weights::containsKey);
    }

    /** {@code γ(x − μ) / √(σ² + ε) + β}. */
    private ChannelAffine affine(OnnxNode norm) {
        float[] scale = values(norm, 1);
        float[] shift = values(norm, 2);
        float[] mean = values(norm, 3);
        float[] variance = values(norm, 4);
        float[] factor = new float[scale.length];
        float[] summand = new float[scale.length];
        for (int channel = 0; channel < factor.length; channel++) {
            double inverse = scale[channel] / Math.sqrt((double) variance[channel] + norm.real("epsilon", EPSILON));
            factor[channel] = (float) inverse;
            summand[channel] = (float) (shift[channel] - mean[channel] * inverse);
        }
        return new ChannelAffine(factor, summand);
    }

    private float[] values(OnnxNode norm, int input) {
        return graph.weights().get(norm.inputs().get(input)).values();
    }
}

package org.facies.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the {@link WeightRole} of every initialiser from the first node that uses it. Weights that must not be trained
 * are constants, whatever uses them.
 */
final class WeightRoles {

    private static final List<WeightRole> NORM =
            List.of(WeightRole.NORM_SCALE, WeightRole.NORM_SHIFT, WeightRole.RUNNING_MEAN, WeightRole.RUNNING_VARIANCE);

    private WeightRoles() {}

    static Map<String, WeightRole> of(OnnxGraph graph) {
        Map<String, FloatTensor> weights = graph.weights();
        Map<String, WeightRole> roles = new LinkedHashMap<>();
        weights.keySet().forEach(name -> roles.put(name, WeightRole.CONSTANT));
        Map<String, WeightRole> found = new LinkedHashMap<>();
        for (OnnxNode node : graph.nodes()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                FloatTensor weight = weights.get(node.inputs().get(i));
                if (weight != null) {
                    found.putIfAbsent(node.inputs().get(i), role(node.op(), i, weight));
                }
            }
        }
        roles.putAll(found);
        graph.notes().fixed().forEach(name -> roles.replace(name, WeightRole.CONSTANT));
        return roles;
    }

    private static WeightRole role(String op, int input, FloatTensor weight) {
        return switch (op) {
            case "Conv" -> input == 1 ? WeightRole.CONVOLUTION : WeightRole.BIAS;
            case "Gemm" -> input == 2 ? WeightRole.BIAS : WeightRole.MATRIX;
            case "MatMul" -> WeightRole.MATRIX;
            case "PRelu" -> WeightRole.SLOPE;
            case "BatchNormalization" -> NORM.get(input - 1);
            case "Mul" -> weight.values().length > 1 ? WeightRole.AFFINE_SCALE : WeightRole.CONSTANT;
            case "Add" -> weight.values().length > 1 ? WeightRole.AFFINE_SHIFT : WeightRole.CONSTANT;
            default -> WeightRole.CONSTANT;
        };
    }
}

package org.facies.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.junit.jupiter.api.Test;

class TrainabilityTest {

    @Test
    void an_operator_that_cannot_be_trained_is_named_with_its_node() {
        OnnxGraph graph = graph(OnnxNode.of("Erf", List.of("input"), "curve", Map.of()), "curve");

        assertThat(Trainability.obstacle(graph, 8, 8))
                .contains("node curve uses the operator Erf, which cannot be trained here");
    }

    @Test
    void simple_functions_are_the_same_in_both_engines() {
        for (OnnxNode node : List.of(
                OnnxNode.of("Clip", List.of("input", "low", "high"), "y", Map.of()),
                OnnxNode.of("Clip", List.of("input", "", "high"), "y", Map.of()),
                OnnxNode.of("LeakyRelu", List.of("input"), "y", Map.of("alpha", OnnxAttribute.of(0.2f))),
                OnnxNode.of("Sigmoid", List.of("input"), "y", Map.of()),
                OnnxNode.of("Tanh", List.of("input"), "y", Map.of()))) {
            assertThat(Trainability.obstacle(graph(node, "y"), 8, 8))
                    .as(node.op())
                    .isEmpty();
        }
    }

    /** One operation on a picture, then the mean of each colour. */
    private static OnnxGraph graph(OnnxNode node, String output) {
        return new OnnxGraph(
                13,
                List.of(new OnnxValue("input", List.of(-1L, 3L, 8L, 8L))),
                List.of(new OnnxValue("embedding", List.of(-1L, 3L))),
                List.of(
                        node,
                        OnnxNode.of("GlobalAveragePool", List.of(output), "mean", Map.of()),
                        OnnxNode.of("Squeeze", List.of("mean", "axes"), "embedding", Map.of())),
                Map.of("low", FloatTensor.filled(List.of(), -0.3f), "high", FloatTensor.filled(List.of(), 0.6f)),
                Map.of("axes", new LongTensor(List.of(2L), List.of(2L, 3L))));
    }
}

package org.facies.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.loss.MarginLoss;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/**
 * The classifier head, from embeddings to probabilities.
 *
 * @param rows float[classes][embedding]
 * @param bias float[classes] if the loss is linear
 */
public record ClassifierHead(MarginLoss loss, FloatTensor rows, Optional<FloatTensor> bias) {

    private static final String PROBABILITIES = "probabilities";
    private static final String LOGITS = "head.logits";

    int classes() {
        return Math.toIntExact(rows.shape().get(0));
    }

    /** The backbone followed by this head; outputs {@code probabilities} and those of the backbone. */
    OnnxGraph behind(OnnxGraph backbone) {
        OnnxGraph scored = logitsBehind(backbone);
        List<OnnxNode> nodes = new ArrayList<>(scored.nodes());
        nodes.add(OnnxNode.of("Softmax", List.of(LOGITS), PROBABILITIES, Map.of("axis", OnnxAttribute.of(1))));
        List<OnnxValue> outputs = List.of(
                new OnnxValue(PROBABILITIES, List.of(OnnxValue.DYNAMIC, (long) classes())),
                scored.outputs().get(1));
        return new OnnxGraph(
                scored.opset(), scored.inputs(), outputs, nodes, scored.weights(), scored.integers(), scored.notes());
    }

    /** The same without the softmax; outputs the logits and those of the backbone. */
    OnnxGraph logitsBehind(OnnxGraph backbone) {
        List<OnnxNode> nodes = new ArrayList<>(backbone.nodes());
        Map<String, FloatTensor> weights = new LinkedHashMap<>(backbone.weights());
        String embedding = backbone.output().name();
        String source = embedding;
        FloatTensor matrix = rows;
        if (loss.score() == MarginLoss.Score.COSINE) {
            source = "head.unit";
            nodes.add(OnnxNode.of(
                    "LpNormalization",
                    List.of(embedding),
                    source,
                    Map.of("axis", OnnxAttribute.of(1), "p", OnnxAttribute.of(2))));
            matrix = unitRows();
        }
        weights.put("head.matrix", matrix);
        weights.put("head.shift", bias.orElseGet(() -> FloatTensor.filled(List.of((long) classes()), 0)));
        Map<String, OnnxAttribute> gemm =
                Map.of("transB", OnnxAttribute.of(1), "alpha", OnnxAttribute.of((float) loss.scale()));
        nodes.add(OnnxNode.of("Gemm", List.of(source, "head.matrix", "head.shift"), LOGITS, gemm));
        Map<String, LongTensor> integers = backbone.integers();
        List<OnnxValue> outputs = List.of(
                new OnnxValue(LOGITS, List.of(OnnxValue.DYNAMIC, (long) classes())),
                new OnnxValue(embedding, List.of(OnnxValue.DYNAMIC, rows.shape().get(1))));
        return new OnnxGraph(backbone.opset(), backbone.inputs(), outputs, nodes, weights, integers, backbone.notes());
    }

    /** The graph from the embeddings of a backbone to the logits, without the backbone. */
    OnnxGraph alone(OnnxGraph backbone) {
        return logitsBehind(backbone)
                .withOutputs(List.of(LOGITS))
                .cutAt(backbone.output().name())
                .upper();
    }

    private FloatTensor unitRows() {
        int width = Math.toIntExact(rows.shape().get(1));
        float[] values = rows.values().clone();
        for (int row = 0; row < classes(); row++) {
            double squares = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                squares += (double) values[i] * values[i];
            }
            double norm = Math.max(Math.sqrt(squares), 1e-12);
            for (int i = row * width; i < (row + 1) * width; i++) {
                values[i] = (float) (values[i] / norm);
            }
        }
        return new FloatTensor(rows.shape(), values);
    }
}

package org.facies.model.iresnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.inference.InferenceSession;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.junit.jupiter.api.Test;

/** Batch norm folded into what lies before it, in a network where some of it lies before padded convolutions. */
class FoldedNormTest {

    private static final CropSize SMALL = new CropSize(32, 32);

    @Test
    void folding_changes_no_embedding_and_leaves_norms_before_convolutions() {
        OnnxGraph graph = lived(IResNet.graph(Depth.IRESNET_18, SMALL).freshlyInitialised(5), 5);

        OnnxGraph folded = graph.withBatchNormFolded();

        assertThat(folded.nodes().stream()
                        .filter(node -> node.op().equals("BatchNormalization"))
                        .map(OnnxNode::name))
                .hasSize(9)
                .allMatch(name -> name.endsWith(".bn1") || name.equals("bn2"));
        assertThat(folded.weights().keySet()).noneMatch(name -> name.contains("bn3"));
        assertThat(embedding(folded)).containsExactly(embedding(graph), within(1e-4f));
    }

    /** Statistics, scales and shifts as training leaves them, all different; the variances keep the numbers near 1. */
    private static OnnxGraph lived(OnnxGraph fresh, long seed) {
        Random random = new Random(seed);
        Map<String, FloatTensor> lived = new LinkedHashMap<>();
        fresh.weights().forEach((name, weight) -> {
            if (weight.shape().size() == 1) {
                boolean variance = name.endsWith("running_var");
                float[] values = new float[weight.values().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = variance ? 20 + 10 * random.nextFloat() : 0.5f + 0.5f * (float) random.nextGaussian();
                }
                lived.put(name, new FloatTensor(weight.shape(), values));
            }
        });
        return fresh.withWeights(lived);
    }

    private static float[] embedding(OnnxGraph graph) {
        float[] crop = new float[3 * 32 * 32];
        for (int i = 0; i < crop.length; i++) {
            crop[i] = (float) Math.sin(i * 0.7);
        }
        try (InferenceSession session = InferenceSession.open("network", graph.toBytes(), 1)) {
            return session.run("input", FloatBuffer.wrap(crop), new long[] {1, 3, 32, 32}, "embedding");
        }
    }

    @Test
    void a_norm_behind_a_tensor_that_others_use_stays() {
        OnnxGraph graph = IResNet.graph(Depth.IRESNET_18, SMALL).withOutputs(List.of("conv1", "embedding"));

        assertThat(graph.withBatchNormFolded().producer("bn1").orElseThrow().op())
                .isEqualTo("BatchNormalization");
    }
}

package org.facies.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The backbones that studies start from, fetched once into this machine's model folder. */
class PublishedNetworksTest {

    @ParameterizedTest
    @CsvSource({"dlib-resnet, 150, 29", "mobilefacenet-512, 112, 50"})
    void a_published_backbone_gives_onnx_runtimes_embeddings_and_can_be_started_afresh(String id, int sidePx, int norms)
            throws OrtException {
        OnnxGraph graph = OnnxGraph.read(
                ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {})
                        .require(id)
                        .file());
        float[] input = noise(2 * 3 * sidePx * sidePx);
        float[] theirs = onnxRuntime(graph, input, sidePx);

        assertThat(embeddings(graph, input, sidePx)).containsExactly(theirs, within(1e-4f));
        OnnxGraph scratch = graph.withBatchNorm().freshlyInitialised(1);
        assertThat(scratch.nodes().stream().filter(node -> node.op().equals("BatchNormalization")))
                .hasSize(norms);
        for (float value : embeddings(scratch, input, sidePx)) {
            assertThat(value).isFinite();
        }
    }

    private static float[] embeddings(OnnxGraph graph, float[] input, int sidePx) {
        try (GraphModule module = new GraphModule(graph)) {
            return NativeMemory.withoutGradients(
                    () -> Tensors.floats(module.forward(Tensors.of(input, 2, 3, sidePx, sidePx), Mode.EVALUATION)));
        }
    }

    private static float[] onnxRuntime(OnnxGraph graph, float[] input, int sidePx) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session =
                        environment.createSession(graph.withDynamicBatch().toBytes());
                OnnxTensor tensor = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(input), new long[] {2, 3, sidePx, sidePx});
                OrtSession.Result result = session.run(Map.of(graph.input().name(), tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] output = new float[values.remaining()];
            values.get(output);
            return output;
        }
    }

    private static float[] noise(int length) {
        Random random = new Random(3);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (random.nextGaussian() * 0.4);
        }
        return values;
    }
}

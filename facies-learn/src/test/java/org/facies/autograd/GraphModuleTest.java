package org.facies.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.facies.input.BadInput;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.train.ToyNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphModuleTest {

    private static final int PICTURES = 3;

    static Stream<Arguments> graphs() {
        return Stream.of(
                Arguments.of("dlib's manner", ToyNetwork.graph(), ToyNetwork.SIDE_PX),
                Arguments.of("dlib's manner, batch norm", ToyNetwork.graph().withBatchNorm(), ToyNetwork.SIDE_PX),
                Arguments.of("mobile", Graphs.mobile(1), 12),
                Arguments.of("mobile, other weights", Graphs.mobile(2), 12),
                Arguments.of("residual", Graphs.residual(1), 12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void evaluation_agrees_with_onnx_runtime(String name, OnnxGraph graph, int sidePx) throws OrtException {
        float[] input = noise(sidePx, 42);
        float[] theirs = onnxRuntime(graph, input, sidePx);

        try (GraphModule module = new GraphModule(graph)) {
            float[] ours = NativeMemory.withoutGradients(
                    () -> Tensors.floats(module.forward(pictures(input, sidePx), Mode.EVALUATION)));

            assertThat(ours).as(name).containsExactly(theirs, within(1e-4f));
        }
    }

    /** The derivative along equal changes of all elements of a weight, by central differences. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void gradients_agree_with_differences(String name, OnnxGraph graph, int sidePx) {
        float[] input = noise(sidePx, 43);
        double step = 2e-4;
        try (GraphModule module = new GraphModule(graph)) {
            for (Parameter parameter : module.parameters()) {
                double predicted = NativeMemory.freedAfter(() -> {
                    module.parameters().forEach(p -> p.tensor().mutable_grad().reset());
                    score(module, input, sidePx).backward();
                    return parameter.tensor().grad().sum().item_double();
                });
                double measured = difference(module, parameter, input, sidePx, step);
                assertThat(measured)
                        .as(name + ", " + parameter.name())
                        .isCloseTo(predicted, within(1e-3 + 2e-2 * Math.abs(predicted)));
            }
        }
    }

    private static double difference(GraphModule module, Parameter parameter, float[] input, int sidePx, double step) {
        double above = shifted(module, parameter, input, sidePx, step);
        double below = shifted(module, parameter, input, sidePx, -step);
        return (above - below) / (2 * step);
    }

    private static double shifted(GraphModule module, Parameter parameter, float[] input, int sidePx, double by) {
        return NativeMemory.withoutGradients(() -> {
            Tensor before = parameter.tensor().clone();
            parameter.tensor().add_(new Scalar(by));
            double score = score(module, input, sidePx).item_double();
            parameter.tensor().copy_(before);
            return score;
        });
    }

    private static Tensor score(GraphModule module, float[] input, int sidePx) {
        Tensor output = module.forward(pictures(input, sidePx), Mode.EVALUATION);
        return output.mul(output).mean();
    }

    @Test
    void training_mode_normalises_by_the_batch_and_updates_the_running_statistics() {
        OnnxGraph graph = ToyNetwork.graph().withBatchNorm();
        float[] input = noise(ToyNetwork.SIDE_PX, 44);
        try (GraphModule module = new GraphModule(graph)) {
            float[] evaluated = run(module, input, Mode.EVALUATION);
            float[] trained = run(module, input, Mode.TRAINING);

            Map<String, float[]> statistics = NativeMemory.freedAfter(() -> Map.of(
                    "mean", Tensors.floats(module.state().get("stem.bn.running_mean")),
                    "variance", Tensors.floats(module.state().get("stem.bn.running_var"))));
            assertThat(trained).isNotEqualTo(evaluated);
            assertThat(statistics.get("mean")).doesNotContain(0);
            assertThat(statistics.get("variance")).doesNotContain(1);
            assertThat(run(module, input, Mode.EVALUATION)).isNotEqualTo(evaluated);
        }
    }

    private static float[] run(GraphModule module, float[] input, Mode mode) {
        return NativeMemory.withoutGradients(
                () -> Tensors.floats(module.forward(pictures(input, ToyNetwork.SIDE_PX), mode)));
    }

    @Test
    void the_graph_that_comes_back_has_the_weights_as_they_are_now() {
        OnnxGraph fresh = ToyNetwork.graph().freshlyInitialised(3);
        try (GraphModule module = new GraphModule(ToyNetwork.graph())) {
            module.load(fresh.weights());

            module.toGraph()
                    .weights()
                    .forEach((name, weight) -> assertThat(weight.values())
                            .as(name)
                            .isEqualTo(fresh.weights().get(name).values()));
        }
    }

    @Test
    void native_memory_stays_flat_over_steps() {
        float[] input = noise(ToyNetwork.SIDE_PX, 45);
        try (GraphModule module = new GraphModule(ToyNetwork.graph())) {
            steps(module, input, 50);
            long before = Pointer.physicalBytes();
            steps(module, input, 400);

            assertThat(Pointer.physicalBytes() - before).isLessThan(64L << 20);
        }
    }

    private static void steps(GraphModule module, float[] input, int count) {
        for (int i = 0; i < count; i++) {
            NativeMemory.freedAfter(() -> {
                Tensor output = module.forward(pictures(input, ToyNetwork.SIDE_PX), Mode.TRAINING);
                output.sum().backward();
            });
        }
    }

    @Test
    void an_operator_that_cannot_be_trained_is_named_with_its_node() {
        assertThatThrownBy(() -> new GraphModule(Graphs.of("LSTM", Map.of())))
                .isInstanceOf(BadInput.class)
                .hasMessage("network, node embedding: uses the operator LSTM, which cannot be trained here. "
                        + "Export the network with standard layers, or choose another.");
    }

    @Test
    void automatic_padding_is_refused() {
        OnnxGraph graph = Graphs.of(
                "MaxPool", Map.of("kernel_shape", Graphs.ints(2, 2), "auto_pad", OnnxAttribute.of("SAME_UPPER")));

        assertThatThrownBy(() -> new GraphModule(graph))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("pads automatically (SAME_UPPER)");
    }

    private static float[] onnxRuntime(OnnxGraph graph, float[] input, int sidePx) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {PICTURES, 3, sidePx, sidePx};
        try (OrtSession session =
                        environment.createSession(graph.withDynamicBatch().toBytes());
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] output = new float[values.remaining()];
            values.get(output);
            return output;
        }
    }

    private static Tensor pictures(float[] input, int sidePx) {
        return Tensors.of(input, PICTURES, 3, sidePx, sidePx);
    }

    private static float[] noise(int sidePx, long seed) {
        Random random = new Random(seed);
        float[] input = new float[PICTURES * 3 * sidePx * sidePx];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        return input;
    }
}

package org.facies.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantiserTest {

    @TempDir
    private Path folder;

    /** From −1 to 4 in 255 steps: 5 / 255 a step, 0 at step 51. */
    @Test
    void a_range_becomes_a_scale_and_a_step_for_zero() {
        ActivationRange range = new ActivationRange(-1, 4);

        assertThat(range.scale()).isCloseTo(0.0196078f, within(1e-7f));
        assertThat(range.zeroPoint()).isEqualTo(51);
        assertThat(new ActivationRange(0, 0).scale()).isEqualTo(1);
        assertThat(new ActivationRange(-3, 0).zeroPoint()).isEqualTo(255);
        assertThatThrownBy(() -> new ActivationRange(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Largest weights 0.64 and 3.2: 0.01 and 0.05 a step; bias 1 at input steps of 0.5 is 1 / (0.5 · 0.01) = 200. */
    @Test
    void filters_have_a_scale_for_each_channel_and_seven_bits() {
        FloatTensor weight = new FloatTensor(List.of(2L, 1L, 1L, 2L), new float[] {0.64f, -0.319f, -3.2f, 0.1f});

        PackedFilters packed = PackedFilters.of(weight, new float[] {1, -2}, 0.5f);

        assertThat(packed.scales()).containsExactly(new float[] {0.01f, 0.05f}, within(1e-8f));
        assertThat(packed.filters().bytes()).containsExactly(64, -32, -64, 2);
        assertThat(integers(packed.bias())).containsExactly(200, -80);
        assertThat(packed.zeroPoints().bytes()).containsExactly(0, 0);
    }

    @Test
    void a_bias_beside_which_the_filters_vanish_still_fits_into_32_bits() {
        FloatTensor weight = new FloatTensor(List.of(2L, 1L, 1L, 1L), new float[] {1e-12f, 0});

        PackedFilters packed = PackedFilters.of(weight, new float[] {5, 0}, 0.01f);

        int[] bias = integers(packed.bias());
        assertThat(bias[0] * 0.01 * packed.scales()[0]).isCloseTo(5, within(1e-4));
        assertThat(packed.scales()[1]).isEqualTo(1);
    }

    private static int[] integers(PackedTensor tensor) {
        int[] values = new int[tensor.bytes().length / 4];
        ByteBuffer.wrap(tensor.bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(values);
        return values;
    }

    @Test
    void a_relu_behind_a_convolution_is_rounded_once_and_a_sum_stays_float() throws InvalidProtocolBufferException {
        Quantiser quantiser = new Quantiser("net", Networks.affine());

        byte[] onnx = quantiser.quantised(ranges(quantiser, 2)).toBytes();

        List<OnnxMl.NodeProto> nodes =
                OnnxMl.ModelProto.parseFrom(onnx).getGraph().getNodeList();
        assertThat(quantiser.observed().outputs().stream().map(OnnxValue::name))
                .containsExactly("input", "stem", "b.out");
        assertThat(nodes.stream()
                        .filter(node -> node.getOpType().equals("QuantizeLinear"))
                        .map(node -> node.getInput(0)))
                .containsExactly("input", "stem/float", "b.out/float");
        assertThat(nodes.stream()
                        .filter(node -> node.getOpType().equals("Conv"))
                        .map(node -> node.getInput(0)))
                .containsExactly("input/rounded", "stem");
        assertThat(nodes.get(nodes.size() - 1).getOutput(0)).isEqualTo("embedding");
    }

    @Test
    void the_same_ranges_give_the_same_bytes() {
        Quantiser quantiser = new Quantiser("net", Networks.affine());

        assertThat(quantiser.quantised(ranges(quantiser, 2)).toBytes())
                .isEqualTo(new Quantiser("net", Networks.affine())
                        .quantised(ranges(quantiser, 2))
                        .toBytes())
                .isNotEqualTo(quantiser.quantised(ranges(quantiser, 3)).toBytes());
    }

    private static Map<String, ActivationRange> ranges(Quantiser quantiser, float reach) {
        return quantiser.observed().outputs().stream()
                .collect(Collectors.toMap(OnnxValue::name, output -> new ActivationRange(-reach, reach)));
    }

    @Test
    void a_quantised_network_cannot_be_read_for_training() throws Exception {
        Quantiser quantiser = new Quantiser("net", Networks.affine());
        Path file = folder.resolve("int8.onnx");
        Files.write(file, quantiser.quantised(ranges(quantiser, 2)).toBytes());

        assertThatThrownBy(() -> OnnxGraph.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is of type INT8, which is not supported");
    }

    @Test
    void an_old_operator_that_changed_its_meaning_is_named() {
        OnnxGraph old = withOpset(9, "Softmax");

        assertThatThrownBy(() -> new Quantiser("old.onnx", old))
                .isInstanceOf(BadInput.class)
                .hasMessage("old.onnx, node: \"last\" is a Softmax of operator set 9, which may have another"
                        + " meaning in operator set 13. Export the model with operator set 13 or later.");
        assertThat(new Quantiser("old.onnx", withOpset(9, "Relu")).observed().opset())
                .isEqualTo(13);
        assertThat(new Quantiser("new.onnx", withOpset(17, "Softmax"))
                        .observed()
                        .opset())
                .isEqualTo(17);
    }

    private static OnnxGraph withOpset(long opset, String last) {
        return new OnnxGraph(
                opset,
                List.of(new OnnxValue("x", List.of(1L, 1L, 2L, 2L))),
                List.of(new OnnxValue("last", List.of())),
                List.of(
                        OnnxNode.of("Conv", List.of("x", "w"), "y", Map.of()),
                        OnnxNode.of(last, List.of("y"), "last", Map.of())),
                Map.of("w", Networks.ramp(1, 1, 1, 1)),
                Map.of());
    }

    @Test
    void a_network_without_convolutions_is_refused() {
        OnnxGraph matrix = new OnnxGraph(
                17,
                List.of(new OnnxValue("x", List.of(1L, 2L))),
                List.of(new OnnxValue("y", List.of())),
                List.of(OnnxNode.of("MatMul", List.of("x", "w"), "y", Map.of())),
                Map.of("w", Networks.ramp(2, 2)),
                Map.of());

        assertThatThrownBy(() -> new Quantiser("flat.onnx", matrix))
                .isInstanceOf(BadInput.class)
                .hasMessage("flat.onnx: has no convolution to quantise. Use it without quantisation.");
    }

    @Test
    void a_histogram_knows_the_range_of_all_numbers_in_any_order() {
        ActivationHistogram histogram = new ActivationHistogram();
        histogram.add(FloatBuffer.wrap(new float[] {0.5f, 3}));
        histogram.add(FloatBuffer.wrap(new float[] {-100, 2}));

        assertThat(histogram.whole()).isEqualTo(new ActivationRange(-100, 3));
        assertThatThrownBy(() -> histogram.add(FloatBuffer.wrap(new float[] {Float.NaN})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * A million numbers of ±1 and one of 100. Up to c, rounding costs 10⁶ · ((c + 1) / 255)² / 12 = 1.28 (c + 1)² and
     * clipping (100 − c)²: least at c = 43.3.
     */
    @Test
    void a_few_large_numbers_are_clipped_as_far_as_that_pays() {
        float[] numbers = new float[1_000_001];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 2 == 0 ? 1 : -1;
        }
        numbers[500] = 100;
        ActivationHistogram histogram = new ActivationHistogram();
        histogram.add(FloatBuffer.wrap(numbers));

        ActivationRange range = histogram.closest();

        assertThat(range.high()).isBetween(42f, 45f);
        assertThat(range.low()).isBetween(-1f, -.9f);
    }

    @Test
    void numbers_without_stragglers_are_not_clipped() {
        ActivationHistogram histogram = new ActivationHistogram();
        histogram.add(FloatBuffer.wrap(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8}));

        assertThat(histogram.closest()).isEqualTo(new ActivationRange(0, 8));
    }

    /**
     * Input steps of 1 from −51 to 204, filters 64 and −32 in steps of 1, output steps of 10 from −1000 to 1550. The
     * fourth pixel lies beyond the input's range, and its result beyond the output's.
     */
    @Test
    void onnx_runtime_calculates_what_the_scales_say() throws OrtException {
        OnnxGraph graph = new OnnxGraph(
                9,
                List.of(new OnnxValue("x", List.of(1L, 2L, 1L, 4L))),
                List.of(new OnnxValue("y", List.of(1L, 1L, 1L, 4L))),
                List.of(OnnxNode.of("Conv", List.of("x", "w", "b"), "y", Map.of())),
                Map.of(
                        "w", new FloatTensor(List.of(1L, 2L, 1L, 1L), new float[] {64, -32}),
                        "b", new FloatTensor(List.of(1L), new float[] {10})),
                Map.of());
        byte[] onnx = new Quantiser("net", graph)
                .quantised(Map.of("x", new ActivationRange(-51, 204), "y", new ActivationRange(-1000, 1550)))
                .toBytes();

        float[] exact = {-54, 138, 394, 64 * 300 + 10};
        float[] pixels = {1, 2, 3, 300, 4, 0, -6, 0};
        assertThat(run(graph.toBytes(), pixels)).containsExactly(exact);
        assertThat(run(onnx, pixels)).containsExactly(-50, 140, 390, 1550);
    }

    private static float[] run(byte[] onnx, float[] pixels) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(onnx);
                OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), new long[] {1, 2, 1, 4});
                OrtSession.Result result = session.run(Map.of("x", input))) {
            FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[numbers.remaining()];
            numbers.get(copy);
            return copy;
        }
    }
}

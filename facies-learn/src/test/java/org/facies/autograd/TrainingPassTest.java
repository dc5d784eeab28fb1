package org.facies.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gradients and running statistics of a step under each way of running it, on a network with batch norm and dropout.
 */
class TrainingPassTest {

    private static final int SIDE_PX = 32;
    private static final int PICTURES = 6;
    private static final OnnxGraph GRAPH =
            IResNet.graph(Depth.IRESNET_18, new CropSize(SIDE_PX, SIDE_PX), 0.4).freshlyInitialised(3);

    @ParameterizedTest
    @EnumSource(Precision.class)
    void recomputed_activations_give_the_same_gradients_and_statistics(Precision precision) {
        Map<String, float[]> kept = step(execution(precision, MemoryLayout.PLANES, Activations.KEPT));
        Map<String, float[]> recomputed = step(execution(precision, MemoryLayout.PLANES, Activations.RECOMPUTED));

        assertThat(recomputed.keySet()).isEqualTo(kept.keySet());
        kept.forEach((name, values) ->
                assertThat(distance(recomputed.get(name), values)).as(name).isLessThan(1e-6));
    }

    @Test
    void recomputing_leaves_the_random_numbers_where_a_plain_step_does() {
        float[] kept = randomAfterAStep(Activations.KEPT);

        assertThat(randomAfterAStep(Activations.RECOMPUTED)).isEqualTo(kept);
    }

    @Test
    void channels_last_changes_no_more_than_rounding() {
        Map<String, float[]> planes = step(execution(Precision.FP32, MemoryLayout.PLANES, Activations.KEPT));
        Map<String, float[]> last = step(execution(Precision.FP32, MemoryLayout.CHANNELS_LAST, Activations.KEPT));

        planes.forEach((name, values) ->
                assertThat(distance(last.get(name), values)).as(name).isLessThan(1e-3));
    }

    @Test
    void bfloat16_keeps_the_direction_of_the_gradients_and_the_weights_float32() {
        Map<String, float[]> exact = step(execution(Precision.FP32, MemoryLayout.PLANES, Activations.KEPT));
        Map<String, float[]> rough = step(execution(Precision.BF16, MemoryLayout.PLANES, Activations.KEPT));

        float[] a = exact.get("gradient of fc.weight");
        float[] b = rough.get("gradient of fc.weight");
        assertThat(cosine(a, b)).isGreaterThan(0.9).isLessThan(0.999999);
        try (GraphModule module =
                new GraphModule(GRAPH, execution(Precision.BF16, MemoryLayout.PLANES, Activations.KEPT))) {
            assertThat(module.state().values())
                    .allSatisfy(
                            tensor -> assertThat(tensor.scalar_type().intern()).isEqualTo(torch.ScalarType.Float));
        }
    }

    /**
     * Above a cut the network begins with a norm, which the convolution behind it takes in; behind an Identity it
     * cannot.
     */
    @Test
    void a_norm_that_a_convolution_takes_in_has_the_same_gradients_and_statistics() {
        OnnxGraph upper = GRAPH.cutAt("layer3").upper();
        assertThat(upper.consumers(upper.input().name()))
                .extracting(OnnxNode::op)
                .containsExactlyInAnyOrder("BatchNormalization", "Conv");

        Map<String, float[]> takenIn = step(upper, Execution.cpu(), noise(6, PICTURES, 256, 4, 4));
        Map<String, float[]> apart = step(behindIdentity(upper), Execution.cpu(), noise(6, PICTURES, 256, 4, 4));

        assertThat(takenIn)
                .containsKeys(
                        "gradient of layer4.0.bn1.weight",
                        "gradient of layer4.0.bn1.bias",
                        "gradient of layer4.0.conv1.weight",
                        "layer4.0.bn1.running_var");
        takenIn.forEach((name, values) ->
                assertThat(distance(values, apart.get(name))).as(name).isLessThan(1e-5));
    }

    private static OnnxGraph behindIdentity(OnnxGraph graph) {
        OnnxValue input = new OnnxValue("before", graph.input().shape());
        List<OnnxNode> nodes = new ArrayList<>(
                List.of(OnnxNode.of("Identity", List.of("before"), graph.input().name(), Map.of())));
        nodes.addAll(graph.nodes());
        return new OnnxGraph(graph.opset(), List.of(input), List.of(graph.output()), nodes, graph.weights(), Map.of());
    }

    @Test
    void the_network_is_divided_where_that_saves_memory() {
        Map<String, Long> sizes = new HashMap<>();
        GRAPH.nodes().forEach(node -> sizes.put(node.output(), 100L));

        List<OnnxGraph> segments = new Segments(GRAPH, sizes).leastMemory();

        assertThat(segments).hasSizeBetween(3, 12);
        assertThat(segments.stream().mapToInt(segment -> segment.nodes().size()).sum())
                .isEqualTo(GRAPH.nodes().size());
        assertThat(segments.get(0).input().name()).isEqualTo(GRAPH.input().name());
        for (int i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).input().name())
                    .isEqualTo(segments.get(i - 1).output().name());
        }
    }

    private static Execution execution(Precision precision, MemoryLayout layout, Activations activations) {
        return new Execution(new ComputeDevice.Cpu(), precision, layout, activations);
    }

    private static Map<String, float[]> step(Execution execution) {
        return step(GRAPH, execution, noise(6, PICTURES, 3, SIDE_PX, SIDE_PX));
    }

    private static Map<String, float[]> step(OnnxGraph graph, Execution execution, Tensor input) {
        try (GraphModule module = new GraphModule(graph, execution)) {
            run(module, input);
            Map<String, float[]> result = new HashMap<>();
            NativeMemory.freedAfter(() -> {
                module.parameters()
                        .forEach(p -> result.put(
                                "gradient of " + p.name(),
                                Tensors.floats(p.tensor().grad())));
                module.state().forEach((name, tensor) -> result.put(name, Tensors.floats(tensor)));
            });
            return result;
        }
    }

    private static void run(GraphModule module, Tensor input) {
        torch.set_num_threads(2);
        torch.manual_seed(5);
        NativeMemory.freedAfter(() -> {
            TrainingPass pass = module.trainingPass(input);
            pass.output()
                    .to(torch.ScalarType.Float)
                    .mul(noise(7, PICTURES, 512))
                    .sum()
                    .backward();
            pass.backward();
        });
    }

    private static float[] randomAfterAStep(Activations activations) {
        try (GraphModule module = new GraphModule(GRAPH, execution(Precision.FP32, MemoryLayout.PLANES, activations))) {
            run(module, noise(6, PICTURES, 3, SIDE_PX, SIDE_PX));
            return NativeMemory.freedAfter(() -> Tensors.floats(torch.rand(4)));
        }
    }

    private static Tensor noise(long seed, long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensors.of(values, shape);
    }

    /** Euclidean distance as part of the expected length, or of 1 where that is shorter. */
    private static double distance(float[] actual, float[] expected) {
        double apart = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            apart += Math.pow(actual[i] - expected[i], 2);
            length += Math.pow(expected[i], 2);
        }
        return Math.sqrt(apart) / Math.max(1, Math.sqrt(length));
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squaresA += (double) a[i] * a[i];
            squaresB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(squaresA * squaresB);
    }
}

package org.facies.model.iresnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.inference.InferenceSession;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.WeightRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IResNetTest {

    private static final CropSize SMALL = new CropSize(32, 32);
    private static final String REMEDY =
            " Use the complete backbone's state dict of arcface_torch (r18, r34, r50 or r100) with its original"
                    + " keys; export any other network to ONNX.";

    @TempDir
    private Path folder;

    /** Numbers of tensors and elements of PyTorch's modules, running statistics included, counters not. */
    @ParameterizedTest
    @CsvSource({
        "IRESNET_18, 156, 24040320",
        "IRESNET_34, 276, 34165184",
        "IRESNET_50, 396, 43628992",
        "IRESNET_100, 771, 65225792"
    })
    void a_network_has_as_many_weights_as_pytorchs(Depth depth, int tensors, long elements) {
        OnnxGraph graph = IResNet.graph(depth, CropSize.ARCFACE);

        assertThat(graph.weights()).hasSize(tensors);
        assertThat(graph.weights().values().stream()
                        .mapToLong(tensor -> tensor.values().length)
                        .sum())
                .isEqualTo(elements);
    }

    @Test
    void weights_bear_the_keys_of_a_state_dict_in_its_order() {
        OnnxGraph graph = IResNet.graph(Depth.IRESNET_18, CropSize.ARCFACE);

        List<String> names = List.copyOf(graph.weights().keySet());
        assertThat(names)
                .startsWith(
                        "conv1.weight",
                        "bn1.weight",
                        "bn1.bias",
                        "bn1.running_mean",
                        "bn1.running_var",
                        "prelu.weight",
                        "layer1.0.bn1.weight",
                        "layer1.0.bn1.bias",
                        "layer1.0.bn1.running_mean",
                        "layer1.0.bn1.running_var",
                        "layer1.0.conv1.weight",
                        "layer1.0.bn2.weight",
                        "layer1.0.bn2.bias",
                        "layer1.0.bn2.running_mean",
                        "layer1.0.bn2.running_var",
                        "layer1.0.prelu.weight",
                        "layer1.0.conv2.weight",
                        "layer1.0.bn3.weight",
                        "layer1.0.bn3.bias",
                        "layer1.0.bn3.running_mean",
                        "layer1.0.bn3.running_var",
                        "layer1.0.downsample.0.weight",
                        "layer1.0.downsample.1.weight")
                .endsWith(
                        "bn2.running_var",
                        "fc.weight",
                        "fc.bias",
                        "features.weight",
                        "features.bias",
                        "features.running_mean",
                        "features.running_var")
                .doesNotContain("layer1.1.downsample.0.weight");
        assertThat(graph.weights().get("layer2.0.conv1.weight").shape()).containsExactly(128L, 64L, 3L, 3L);
        assertThat(graph.weights().get("layer2.0.downsample.0.weight").shape()).containsExactly(128L, 64L, 1L, 1L);
        assertThat(graph.weights().get("fc.weight").shape()).containsExactly(512L, 25088L);
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void a_network_can_be_cut_at_its_stem_at_every_block_and_at_its_embedding(Depth depth) {
        OnnxGraph graph = IResNet.graph(depth, SMALL);

        for (int stage = 1; stage <= 4; stage++) {
            int last = depth.blocks().get(stage - 1) - 1;
            String name = "layer" + stage;
            IntStream.range(0, last)
                    .forEach(i -> assertThat(graph.cutAt(name + "." + i).lower().nodes())
                            .isNotEmpty());
            assertThat(graph.cutAt(name).lower().weights())
                    .containsKey(name + "." + last + ".bn3.weight")
                    .doesNotContainKey("layer" + (stage + 1) + ".0.bn1.weight");
        }
        assertThat(graph.cutAt("stem").lower().weights()).hasSize(6);
        assertThat(graph.cutAt("embedding").upper().nodes()).isEmpty();
    }

    @Test
    void crops_of_another_size_change_the_matrix_only() {
        OnnxGraph wide = IResNet.graph(Depth.IRESNET_18, new CropSize(48, 32)).freshlyInitialised(1);

        assertThat(wide.input().shape()).containsExactly(-1L, 3L, 48L, 32L);
        assertThat(wide.weights().get("fc.weight").shape()).containsExactly(512L, 512L * 3 * 2);
        try (InferenceSession session = InferenceSession.open("wide", wide.toBytes(), 1)) {
            float[] embeddings = session.run(
                    "input", FloatBuffer.wrap(crops(2 * 3 * 48 * 32)), new long[] {2, 3, 48, 32}, "embedding");
            assertThat(embeddings).hasSize(2 * 512).doesNotContain(Float.NaN);
        }
    }

    private static float[] crops(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) Math.sin(i * 0.7);
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"100, 112", "112, 100", "0, 112", "-16, 16", "112, 528"})
    void crops_that_cannot_be_halved_four_times_are_refused(int heightPx, int widthPx) {
        assertThatThrownBy(() -> new CropSize(heightPx, widthPx))
                .isInstanceOf(BadInput.class)
                .hasMessage("crop: \"" + heightPx + " × " + widthPx + "\" (height × width) is not a valid crop of"
                        + " an IResNet: both must be multiples of 16 pixels from 16 to 512. "
                        + "Choose another size, such as 112 × 112 or 160 × 128.");
    }

    @Test
    void fresh_filters_are_those_of_arcface_torch() {
        OnnxGraph fresh = IResNet.graph(Depth.IRESNET_18, SMALL).freshlyInitialised(3);

        for (String filters : List.of("conv1.weight", "layer1.0.downsample.0.weight", "layer4.1.conv2.weight")) {
            assertThat(deviation(fresh.weights().get(filters).values())).isCloseTo(0.1, within(0.005));
        }
        assertThat(fresh.weights().get("layer2.1.prelu.weight").values()).containsOnly(0.25f);
        assertThat(fresh.weights().get("layer3.0.bn2.weight").values()).containsOnly(1);
        assertThat(fresh.weights().get("features.weight").values()).containsOnly(1);
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    @Test
    void the_scale_of_the_last_norm_is_the_only_norm_scale_that_is_not_trained_even_after_writing_and_cutting() {
        Path file = folder.resolve("iresnet.onnx");
        IResNet.graph(Depth.IRESNET_18, SMALL).write(file);

        Map<String, WeightRole> roles =
                OnnxGraph.read(file).cutAt("layer3").upper().roles();

        assertThat(roles.get("features.weight").trainable()).isFalse();
        assertThat(roles.get("features.bias")).isEqualTo(WeightRole.NORM_SHIFT);
        assertThat(roles.get("bn2.weight")).isEqualTo(WeightRole.NORM_SCALE);
        assertThat(roles.get("layer4.0.prelu.weight")).isEqualTo(WeightRole.SLOPE);
        assertThat(roles.values()).containsOnlyOnce(WeightRole.CONSTANT);
    }

    @Test
    void dropout_lies_before_the_matrix_and_is_not_trained() {
        OnnxGraph graph = IResNet.graph(Depth.IRESNET_18, SMALL, 0.4);

        OnnxNode matrix = graph.producer("fc").orElseThrow();
        assertThat(graph.producer(matrix.inputs().get(0)).orElseThrow().op()).isEqualTo("Dropout");
        assertThat(graph.role("dropout.ratio")).isEqualTo(WeightRole.CONSTANT);
        assertThat(graph.freshlyInitialised(1).weights().get("dropout.ratio").values())
                .containsExactly(0.4f);
        assertThatThrownBy(() -> IResNet.graph(Depth.IRESNET_18, SMALL, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void a_state_dict_tells_its_depth_and_its_crop(Depth depth) {
        Map<String, FloatTensor> stateDict = stateDict(depth, new CropSize(48, 48));

        assertThat(IResNet.recognise("backbone.pth", stateDict))
                .isEqualTo(new IResNet.Recognised(depth, new CropSize(48, 48)));
    }

    @Test
    void a_state_dict_gives_the_network_with_its_weights() {
        Map<String, FloatTensor> stateDict = stateDict(Depth.IRESNET_18, SMALL);
        FloatTensor slopes = FloatTensor.filled(List.of(128L), 0.3f);
        stateDict.put("layer2.1.prelu.weight", slopes);
        stateDict.put("bn1.num_batches_tracked", FloatTensor.filled(List.of(), 9));

        OnnxGraph graph = IResNet.graph("backbone.pth", stateDict);

        assertThat(graph.nodes())
                .isEqualTo(IResNet.graph(Depth.IRESNET_18, SMALL).nodes());
        assertThat(graph.notes())
                .isEqualTo(IResNet.graph(Depth.IRESNET_18, SMALL).notes());
        assertThat(graph.weights().get("layer2.1.prelu.weight").shape()).containsExactly(128L, 1L, 1L);
        assertThat(graph.weights().get("layer2.1.prelu.weight").values()).isSameAs(slopes.values());
        assertThat(graph.weights()).doesNotContainKey("bn1.num_batches_tracked");
    }

    @Test
    void a_missing_key_is_named() {
        Map<String, FloatTensor> stateDict = stateDict(Depth.IRESNET_18, SMALL);
        stateDict.remove("layer3.0.bn2.running_var");

        assertRefused(stateDict, "\"layer3.0.bn2.running_var\" is missing.");
        stateDict.remove("fc.weight");
        assertRefused(stateDict, "\"fc.weight\" is missing.");
    }

    @Test
    void a_key_of_another_shape_is_named() {
        Map<String, FloatTensor> stateDict = stateDict(Depth.IRESNET_18, SMALL);
        stateDict.put("layer1.0.conv1.weight", FloatTensor.filled(List.of(64L, 64L, 1L, 1L), 0));

        assertRefused(stateDict, "\"layer1.0.conv1.weight\" has the shape [64, 64, 1, 1] instead of [64, 64, 3, 3].");
    }

    @Test
    void a_key_too_many_is_named() {
        Map<String, FloatTensor> stateDict = stateDict(Depth.IRESNET_34, SMALL);
        stateDict.put("layer1.0.se.fc1.weight", FloatTensor.filled(List.of(4L), 0));

        assertRefused(stateDict, "\"layer1.0.se.fc1.weight\" is not a weight of an IResNet-34.");
    }

    @Test
    void a_matrix_for_no_square_crop_is_refused() {
        Map<String, FloatTensor> stateDict = stateDict(Depth.IRESNET_18, new CropSize(32, 48));

        assertRefused(stateDict, "\"fc.weight\" has the shape [512, 3072], which fits no square crop.");
    }

    @Test
    void another_number_of_blocks_is_refused() {
        Map<String, FloatTensor> stateDict = stateDict(Depth.IRESNET_18, SMALL);
        stateDict.keySet().removeIf(key -> key.startsWith("layer4.1."));

        assertRefused(
                stateDict,
                "\"layer1 to layer4\" have 2, 2, 2, 1 blocks, which is not one of IResNet-18 (2, 2, 2, 2), "
                        + "IResNet-34 (3, 4, 6, 3), IResNet-50 (3, 4, 14, 3), IResNet-100 (3, 13, 30, 3).");
        assertThatThrownBy(() -> IResNet.recognise("backbone.pth", Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("have 0, 0, 0, 0 blocks");
    }

    private static void assertRefused(Map<String, FloatTensor> stateDict, String sentence) {
        assertThatThrownBy(() -> IResNet.recognise("backbone.pth", stateDict))
                .isInstanceOf(BadInput.class)
                .hasMessage("backbone.pth, tensor: " + sentence + REMEDY);
    }

    /** As PyTorch saves it: slopes have one extent. */
    private static Map<String, FloatTensor> stateDict(Depth depth, CropSize crop) {
        Map<String, FloatTensor> stateDict = new LinkedHashMap<>();
        IResNet.graph(depth, crop)
                .weights()
                .forEach((name, weight) -> stateDict.put(
                        name,
                        name.endsWith("prelu.weight")
                                ? weight.reshaped(List.of((long) weight.values().length))
                                : weight));
        return stateDict;
    }
}

package org.facies.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxGraphTest {

    private static final OnnxGraph GRAPH = Networks.affine();

    @TempDir
    private Path folder;

    @Test
    void a_graph_comes_back_from_its_file() throws IOException {
        Path file = folder.resolve("network.onnx");
        GRAPH.write(file);

        OnnxGraph read = OnnxGraph.read(file);

        assertThat(read.nodes()).isEqualTo(GRAPH.nodes());
        assertThat(read.inputs()).isEqualTo(GRAPH.inputs());
        assertThat(read.integers()).isEqualTo(GRAPH.integers());
        assertThat(read.weights().keySet()).isEqualTo(GRAPH.weights().keySet());
        assertThat(read.toBytes()).isEqualTo(GRAPH.toBytes());
    }

    @Test
    void the_part_above_a_cut_after_the_part_below_it_is_the_whole() throws OrtException {
        GraphCut cut = GRAPH.cutAt("stem");

        float[] input = Networks.ramp(1, 3, 8, 8).values();
        float[] middle = run(cut.lower(), input, 1, 3, 8, 8);
        float[] whole = run(GRAPH, input, 1, 3, 8, 8);

        assertThat(run(cut.upper(), middle, 1, 3, 8, 8)).containsExactly(whole, within(1e-6f));
        assertThat(cut.lower().weights()).containsOnlyKeys("a.weight", "a.bias", "a.scale", "a.shift");
        assertThat(cut.upper().weights()).containsOnlyKeys("b.weight", "b.bias", "fc.weight");
        assertThat(cut.lower().output().name()).isEqualTo("stem");
        assertThat(cut.upper().input().name()).isEqualTo("stem");
    }

    @Test
    void a_cut_beside_which_something_passes_is_refused() {
        assertThatThrownBy(() -> GRAPH.cutAt("b.out"))
                .isInstanceOf(BadInput.class)
                .hasMessage("cut: \"b.out\" is not a possible cut: \"stem\" bypasses it. "
                        + "Choose a tensor that every path of the network goes through.");
    }

    @Test
    void the_deepest_cut_holds_no_more_than_a_share_of_the_weights_and_nothing_passes_beside_it() {
        long below = 81 + 3 + 3 + 3;
        long all = below + 81 + 3 + 15;

        assertThat(GRAPH.deepestCut((below + 0.5) / all)).contains("stem");
        assertThat(GRAPH.deepestCut((below - 0.5) / all)).isEqualTo(Optional.of("a.scaled"));
        assertThat(GRAPH.deepestCut((below + 84.5) / all)).contains("flat");
        assertThat(GRAPH.deepestCut(0)).isEmpty();
        GRAPH.cutAt(GRAPH.deepestCut((below + 0.5) / all).orElseThrow());
    }

    @Test
    void a_cut_at_an_unknown_tensor_is_refused() {
        assertThatThrownBy(() -> GRAPH.cutAt("block99"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("cut: \"block99\" is not a tensor of this network.");
    }

    @Test
    void batch_norm_takes_the_place_of_affine_layers_and_of_biases() {
        OnnxGraph restored = GRAPH.withBatchNorm();

        assertThat(restored.nodes().stream().map(OnnxNode::op))
                .containsExactly(
                        "Conv",
                        "BatchNormalization",
                        "Relu",
                        "Conv",
                        "BatchNormalization",
                        "Add",
                        "GlobalAveragePool",
                        "Reshape",
                        "MatMul");
        assertThat(restored.weights().keySet())
                .contains("a.bn.weight", "a.bn.running_var", "b.bn.bias", "b.bn.running_mean")
                .doesNotContain("a.bias", "a.scale", "a.shift", "b.bias");
        assertThat(restored.producer("a.affine").orElseThrow().op()).isEqualTo("BatchNormalization");
        assertThat(restored.withBatchNorm().toBytes()).isEqualTo(restored.toBytes());
    }

    @Test
    void with_statistics_that_change_nothing_batch_norm_is_the_plain_convolution() throws OrtException {
        OnnxGraph restored = GRAPH.withBatchNorm();
        OnnxGraph plain = GRAPH.withWeights(Map.of(
                "a.bias", FloatTensor.filled(List.of(3L), 0),
                "b.bias", FloatTensor.filled(List.of(3L), 0),
                "a.scale", FloatTensor.filled(List.of(1L, 3L, 1L, 1L), 1),
                "a.shift", FloatTensor.filled(List.of(1L, 3L, 1L, 1L), 0)));

        float[] input = Networks.ramp(1, 3, 8, 8).values();
        assertThat(run(restored, input, 1, 3, 8, 8)).containsExactly(run(plain, input, 1, 3, 8, 8), within(2e-4f));
    }

    @Test
    void folded_affine_layers_leave_the_function_as_it_was() throws OrtException {
        float[] input = Networks.ramp(1, 3, 8, 8).values();
        float[] expected = run(GRAPH, input, 1, 3, 8, 8);
        OnnxGraph folded = GRAPH.withAffineFolded();

        assertThat(folded.nodes().stream().map(OnnxNode::op))
                .containsExactly("Conv", "Relu", "Conv", "Add", "GlobalAveragePool", "Reshape", "MatMul");
        assertThat(folded.weights()).containsOnlyKeys("a.weight", "a.bias", "b.weight", "b.bias", "fc.weight");
        assertThat(run(folded, input, 1, 3, 8, 8)).containsExactly(expected, within(1e-5f));
    }

    @Test
    void an_affine_layer_behind_a_convolution_without_bias_becomes_its_bias() throws OrtException {
        OnnxNode first = GRAPH.nodes().get(0);
        List<OnnxNode> nodes = new ArrayList<>(GRAPH.nodes());
        nodes.set(0, first.withInputs(first.inputs().subList(0, 2)));
        OnnxGraph biasless =
                new OnnxGraph(17, GRAPH.inputs(), GRAPH.outputs(), nodes, GRAPH.weights(), GRAPH.integers());
        float[] input = Networks.ramp(1, 3, 8, 8).values();

        OnnxGraph folded = biasless.withoutUnusedWeights().withAffineFolded();

        assertThat(folded.weights().get("a.bias").values())
                .isEqualTo(GRAPH.weights().get("a.shift").values());
        assertThat(run(folded, input, 1, 3, 8, 8)).containsExactly(run(biasless, input, 1, 3, 8, 8), within(1e-5f));
    }

    @Test
    void fresh_weights_follow_the_seed_and_he() {
        OnnxGraph fresh = GRAPH.withBatchNorm().freshlyInitialised(7);

        assertThat(fresh.toBytes())
                .isEqualTo(GRAPH.withBatchNorm().freshlyInitialised(7).toBytes())
                .isNotEqualTo(GRAPH.withBatchNorm().freshlyInitialised(8).toBytes());
        assertThat(fresh.weights().get("a.bn.weight").values()).containsOnly(1);
        assertThat(fresh.weights().get("a.bn.running_mean").values()).containsOnly(0);
        assertThat(deviation(fresh.weights().get("a.weight").values())).isCloseTo(Math.sqrt(2.0 / 27), within(0.06));
        assertThat(fresh.weights().get("a.weight").values())
                .isNotEqualTo(fresh.weights().get("b.weight").values());
    }

    @Test
    void roles_tell_what_is_trained_and_what_decays() {
        assertThat(GRAPH.role("a.weight")).isEqualTo(WeightRole.CONVOLUTION);
        assertThat(GRAPH.role("a.bias")).isEqualTo(WeightRole.BIAS);
        assertThat(GRAPH.role("a.scale")).isEqualTo(WeightRole.AFFINE_SCALE);
        assertThat(GRAPH.role("a.shift")).isEqualTo(WeightRole.AFFINE_SHIFT);
        assertThat(GRAPH.role("fc.weight")).isEqualTo(WeightRole.MATRIX);
        OnnxGraph restored = GRAPH.withBatchNorm();
        assertThat(restored.role("a.bn.weight")).isEqualTo(WeightRole.NORM_SCALE);
        assertThat(restored.role("a.bn.running_var").trainable()).isFalse();
        assertThat(restored.roles().entrySet().stream()
                        .filter(entry -> entry.getValue().decays())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("a.weight", "b.weight", "fc.weight");
    }

    @Test
    void what_is_prescribed_for_training_survives_the_file_and_every_change() throws IOException {
        TrainingNotes notes = new TrainingNotes(Optional.of(0.1), Set.of("b.weight", "a.scale"));
        OnnxGraph graph = noted(notes);
        Path file = folder.resolve("noted.onnx");
        graph.write(file);

        assertThat(OnnxGraph.read(file).notes()).isEqualTo(notes);
        assertThat(graph.withDynamicBatch().notes()).isEqualTo(notes);
        assertThat(graph.withBatchNorm().notes()).isEqualTo(notes);
        assertThat(graph.withAffineFolded().notes()).isEqualTo(notes);
        assertThat(graph.withWeights(Map.of()).notes()).isEqualTo(notes);
        assertThat(graph.cutAt("stem").upper().notes()).isEqualTo(notes);
        GRAPH.write(file);
        assertThat(OnnxGraph.read(file).notes()).isEqualTo(TrainingNotes.NONE);
    }

    @Test
    void a_fixed_weight_is_a_constant_and_a_fresh_start_leaves_it() {
        OnnxGraph graph = noted(new TrainingNotes(Optional.of(0.01), Set.of("b.weight", "of another part")));

        assertThat(graph.role("b.weight")).isEqualTo(WeightRole.CONSTANT);
        assertThat(graph.roles()).doesNotContainKey("of another part");
        OnnxGraph fresh = graph.freshlyInitialised(7);
        assertThat(fresh.weights().get("b.weight")).isEqualTo(graph.weights().get("b.weight"));
        assertThat(deviation(fresh.weights().get("a.weight").values())).isCloseTo(0.01, within(0.002));
    }

    @Test
    void a_prescribed_deviation_that_is_none_is_refused() throws IOException {
        Path file = folder.resolve("noted.onnx");
        for (String text : List.of("wide", "-1.0", "NaN", "0")) {
            OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(GRAPH.toBytes()).toBuilder()
                    .addMetadataProps(OnnxMl.StringStringEntryProto.newBuilder()
                            .setKey("facies.filter_deviation")
                            .setValue(text))
                    .build();
            Files.write(file, model.toByteArray());

            assertThatThrownBy(() -> OnnxGraph.read(file))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("noted.onnx, metadata facies.filter_deviation: \"" + text
                            + "\" is not a number above 0. Export the model again.");
        }
    }

    private static OnnxGraph noted(TrainingNotes notes) {
        return new OnnxGraph(
                17, GRAPH.inputs(), GRAPH.outputs(), GRAPH.nodes(), GRAPH.weights(), GRAPH.integers(), notes);
    }

    @Test
    void a_file_for_one_picture_runs_on_several_when_freed() throws OrtException {
        float[] two = Networks.ramp(2, 3, 8, 8).values();

        float[] both = run(GRAPH.withDynamicBatch(), two, 2, 3, 8, 8);

        assertThat(both).hasSize(10);
        assertThat(java.util.Arrays.copyOf(both, 5))
                .containsExactly(run(GRAPH, java.util.Arrays.copyOf(two, 3 * 8 * 8), 1, 3, 8, 8), within(1e-5f));
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    private static float[] run(OnnxGraph graph, float[] input, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph.toBytes());
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result result = session.run(Map.of(graph.input().name(), tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] output = new float[values.remaining()];
            values.get(output);
            return output;
        }
    }
}

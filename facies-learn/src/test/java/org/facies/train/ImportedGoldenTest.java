package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.autograd.Trainability;
import org.facies.model.ImportedModel;
import org.facies.model.ImportedNetwork.Understood;
import org.facies.model.ModelImporter;
import org.facies.model.NetworkFamily;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.model.weights.TorchWriter;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.HalfFloat;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.TrainingNotes;
import org.facies.train.checkpoint.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that users bring, through the importer, against PyTorch; recipes in {@code src/test/python}. */
class ImportedGoldenTest {

    private static final Map<String, FloatTensor> IRESNET =
            TensorFile.read(Golden.file("iresnet.safetensors")).tensors();
    private static final Map<String, FloatTensor> MOBILE =
            TensorFile.read(Golden.file("mobilefacenet.safetensors")).tensors();
    private static final FloatTensor CROPS = FormulaTensors.spread("crops", List.of(2L, 3L, 112L, 112L), -1, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Depth.class)
    void a_backbone_pth_gives_the_embeddings_of_pytorch(Depth depth) throws IOException {
        Path file = folder.resolve("backbone.pth");
        TorchWriter.FLOAT32.write(file, "", stateDict(depth));

        ImportedModel model = ModelImporter.read(file);

        assertThat(model.family()).isEqualTo(new NetworkFamily.IResNet(depth));
        assertThat(Engines.onnxRuntime(model.network().onnx(), CROPS))
                .containsExactly(
                        IRESNET.get("r" + depth.layers() + ".embeddings").values(), within(1e-4f));
    }

    @Test
    void the_same_weights_as_safetensors_and_as_onnx_give_the_same_embeddings() throws IOException {
        Map<String, FloatTensor> weights = stateDict(Depth.IRESNET_18);
        Path safetensors = folder.resolve("backbone.safetensors");
        new TensorFile(Map.of(), prefixed("backbone.", weights)).write(safetensors);
        Path onnx = folder.resolve("backbone.onnx");
        IResNet.graph("formula", weights).withNotes(TrainingNotes.NONE).write(onnx);

        for (Path file : List.of(safetensors, onnx)) {
            ImportedModel model = ModelImporter.read(file);

            assertThat(model.family()).isEqualTo(new NetworkFamily.IResNet(Depth.IRESNET_18));
            OnnxGraph graph = ((Understood) model.network()).graph();
            assertThat(graph.notes().filterDeviation()).contains(0.1);
            float[] golden = IRESNET.get("r18.embeddings").values();
            assertThat(Engines.onnxRuntime(model.network().onnx(), CROPS)).containsExactly(golden, within(1e-4f));
            assertThat(Engines.libtorch(graph, CROPS)).containsExactly(golden, within(1e-4f));
        }
    }

    @Test
    void half_precision_weights_of_a_module_that_was_trained_on_several_cards_are_read() throws IOException {
        Map<String, FloatTensor> weights = stateDict(Depth.IRESNET_18);
        Path file = folder.resolve("half.pth");
        TorchWriter.FLOAT16.write(file, "module.", weights);
        OnnxGraph rounded = IResNet.graph("rounded", halved(weights));

        ImportedModel model = ModelImporter.read(file);

        assertThat(Engines.onnxRuntime(model.network().onnx(), CROPS))
                .isEqualTo(Engines.onnxRuntime(rounded.toBytes(), CROPS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilefacenet", "mobilefacenet-folded", "mobilefacenet-half"})
    void a_mobilefacenet_gives_the_embeddings_of_pytorch_in_both_engines(String name) {
        float[] golden = MOBILE.get(name.endsWith("half") ? "half.embeddings" : "embeddings")
                .values();

        ImportedModel model = ModelImporter.read(Golden.file(name + ".onnx"));

        OnnxGraph graph = ((Understood) model.network()).graph();
        assertThat(model.family()).isEqualTo(new NetworkFamily.MobileFaceNet());
        assertThat(graph.input().shape()).isEqualTo(List.of(-1L, 3L, 112L, 112L));
        assertThat(graph.notes()).isEqualTo(new TrainingNotes(Optional.empty(), Set.of("features.weight")));
        assertThat(Trainability.obstacle(graph, 112, 112)).isEmpty();
        assertThat(Engines.onnxRuntime(model.network().onnx(), CROPS)).containsExactly(golden, within(1e-4f));
        assertThat(Engines.libtorch(graph, CROPS)).containsExactly(golden, within(1e-4f));
    }

    @Test
    void what_an_exporter_computes_from_shapes_is_a_constant_after_the_import() {
        ImportedModel model = ModelImporter.read(Golden.file("mobilefacenet.onnx"));

        assertThat(((Understood) model.network()).graph().nodes())
                .extracting(node -> node.op())
                .doesNotContain("Shape", "Gather", "Unsqueeze", "Concat");
    }

    @Test
    void a_step_of_an_imported_mobilefacenet_is_pytorchs() {
        ImportedModel model = ModelImporter.read(Golden.file("mobilefacenet.onnx"));
        FloatTensor crops = FormulaTensors.spread("crops", List.of((long) GoldenStep.CROPS, 3L, 112L, 112L), -1, 1);

        new GoldenStep(MOBILE, "step").assertAgrees(((Understood) model.network()).graph(), crops, 32);
    }

    private static Map<String, FloatTensor> stateDict(Depth depth) {
        return FormulaTensors.stateDict(IResNet.graph(depth, CropSize.ARCFACE));
    }

    private static Map<String, FloatTensor> prefixed(String prefix, Map<String, FloatTensor> weights) {
        Map<String, FloatTensor> prefixed = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> prefixed.put(prefix + name, tensor));
        return prefixed;
    }

    private static Map<String, FloatTensor> halved(Map<String, FloatTensor> weights) {
        Map<String, FloatTensor> halved = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = HalfFloat.toFloat(TorchWriter.half(values[i]));
            }
            halved.put(name, new FloatTensor(tensor.shape(), values));
        });
        return halved;
    }
}

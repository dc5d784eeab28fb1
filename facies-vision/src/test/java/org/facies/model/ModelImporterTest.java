package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.model.ModelImporter.Description;
import org.facies.model.ModelKind.Backbone;
import org.facies.model.dlib.DlibFile;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelImporterTest {

    private static final Licence LICENCE = new Licence("Apache-2.0", "made here", "");
    private static final String REMEDY = "Use a network that expects one face crop and computes one embedding.";
    private static final String ELSEWHERE = "stores weights in another file (ONNX external data), which is not"
            + " allowed. "
            + "Export the model again as one ONNX file with its weights inside.";

    @TempDir
    private Path folder;

    @Test
    void an_onnx_network_becomes_a_backbone_of_the_zoo() throws IOException {
        Path file = write(TinyOnnx.network(112, 2).build());

        InstalledModel model = importer().importFile(file, description("mine"));

        assertThat(model.card().kind()).isEqualTo(new Backbone(InputSpec.ARCFACE, 3, "input", "embedding"));
        assertThat(model.card().source()).isEqualTo(new ModelSource.UserFile("net.onnx", Sha256.of(file)));
        assertThat(model.card().licence()).isEqualTo(LICENCE);
        assertThat(zoo().require("mine")).isEqualTo(model);
    }

    @Test
    void a_dlib_network_becomes_a_backbone_of_the_zoo() throws IOException {
        Path file = Files.write(folder.resolve("net.dat"), DlibFile.resnet(new Random(1)));

        InstalledModel model =
                importer().importFile(file, new Description("mine", InputSpec.DLIB, ChannelOrder.RGB, LICENCE));

        assertThat(model.card().kind()).isEqualTo(new Backbone(InputSpec.DLIB, 128, "input", "embedding"));
    }

    @Test
    void a_network_of_the_catalogue_keeps_its_name() throws IOException {
        Path file = write(TinyOnnx.network(112, 2).build());

        assertThatThrownBy(() -> importer().importFile(file, description("dlib-resnet")))
                .isInstanceOf(BadInput.class)
                .hasMessage("model id: \"dlib-resnet\" is the name of a model of the catalogue. Choose another id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "A", ".hidden", "-x"})
    void an_id_that_is_no_plain_name_is_refused(String id) throws IOException {
        Path file = write(TinyOnnx.network(112, 2).build());

        assertThatThrownBy(() -> importer().importFile(file, description(id)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a name of lower-case letters, digits, dots and hyphens");
    }

    @Test
    void a_network_for_other_crops_is_refused() throws IOException {
        Path file = write(TinyOnnx.network(64, 2).build());

        assertThatThrownBy(() -> importer().importFile(file, description("mine")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "net.onnx: expects an input of shape [-1, 3, 64, 64], but a crop of arcface-112 has the shape "
                                + "[1, 3, 112, 112]. Use a network for such crops, or state the geometry that this"
                                + " one was trained on.");
    }

    @Test
    void a_network_for_pictures_of_absurd_size_is_refused() throws IOException {
        Path file = write(TinyOnnx.network(1 << 20, 2).build());

        assertThatThrownBy(() -> ModelImporter.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": expects crops of shape [1, 3, 1048576, 1048576]; the limit is 1024 pixels." + " "
                        + REMEDY);
    }

    @Test
    void a_network_whose_output_is_no_row_of_numbers_is_refused() throws IOException {
        Path file = write(TinyOnnx.withoutFlatten(112).build());

        assertThatThrownBy(() -> importer().importFile(file, description("mine")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        file + ": has an output of shape [1, 3, 1, 1], not one row of numbers for a crop. " + REMEDY);
    }

    @Test
    void a_network_that_gives_no_numbers_is_refused() throws IOException {
        Path file = write(TinyOnnx.network(112, Float.NaN).build());

        assertThatThrownBy(() -> importer().importFile(file, description("mine")))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": computes numbers that are not finite for a plain grey picture. " + REMEDY);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_missing_file_is_named() {
        Path file = folder.resolve("nothing.onnx");

        assertThatThrownBy(() -> importer().importFile(file, description("mine")))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": cannot be read. Give the path of a file that exists and that you may read.");
    }

    @ParameterizedTest
    @MethodSource("networksWithWeightsElsewhere")
    void weights_in_another_file_are_refused_wherever_they_hide(ModelProto network) throws IOException {
        Path file = write(network);

        assertThatThrownBy(() -> importer().importFile(file, description("mine")))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": " + ELSEWHERE);
    }

    static Stream<ModelProto> networksWithWeightsElsewhere() {
        AttributeProto tensor = AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(TinyOnnx.elsewhere("/etc/passwd"))
                .build();
        AttributeProto subgraph = AttributeProto.newBuilder()
                .setName("then_branch")
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(GraphProto.newBuilder().addInitializer(TinyOnnx.elsewhere("weights.bin")))
                .build();
        return Stream.of(
                withInitialiser("/etc/passwd"),
                withInitialiser("../../secret"),
                withInitialiser("weights.bin"),
                with(tensor),
                with(subgraph));
    }

    @Test
    void a_network_cut_anywhere_is_refused_or_still_sound() {
        byte[] whole = TinyOnnx.network(112, 2).build().toByteArray();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatCode(() -> refusedOrParsed(cut))
                    .as("first %d bytes", length)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_network_with_a_flipped_bit_is_refused_or_still_parsed() {
        byte[] whole = TinyOnnx.network(112, 2).build().toByteArray();

        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatCode(() -> refusedOrParsed(flipped)).as("bit %d", bit).doesNotThrowAnyException();
        }
    }

    @Test
    void weights_as_good_as_zero_are_stored_as_zero() throws IOException {
        ModelProto.Builder network = TinyOnnx.network(112, 2);
        network.getGraphBuilder()
                .addInitializer(TinyOnnx.weight("tiny", 1e-39f))
                .addInitializer(TinyOnnx.weight("small", 1e-19f));

        InstalledModel model = importer().importFile(write(network.build()), description("mine"));

        assertThat(OnnxGraph.read(model.file()).weights().values())
                .extracting(weight -> weight.values()[0])
                .containsExactly(2f, 0f, 1e-19f);
    }

    @Test
    void a_network_with_operators_of_the_runtime_alone_serves_for_embeddings() throws IOException {
        ModelProto.Builder network = TinyOnnx.network(112, 2);
        network.addOpsetImport(
                OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1));
        network.getGraphBuilder().getNodeBuilder(0).setDomain("");
        network.getGraphBuilder().getNodeBuilder(2).setOpType("BiasGelu").setDomain("com.microsoft");
        network.getGraphBuilder()
                .setInitializer(
                        0,
                        TinyOnnx.weight("weight", 2)
                                .clearDims()
                                .addDims(3)
                                .addFloatData(2)
                                .addFloatData(2));
        Path file = write(network.build());

        ImportedModel model = ModelImporter.read(file);

        assertThat(model.network())
                .asInstanceOf(type(ImportedNetwork.Opaque.class))
                .extracting(ImportedNetwork.Opaque::obstacle)
                .isEqualTo("has a node embedding that uses the operator BiasGelu of the set \"com.microsoft\", which"
                        + " is not supported");
        assertThat(importer().install(model, description("mine")).isIntact()).isTrue();
        assertThatThrownBy(() -> importer().install(model, takingBgr()))
                .isInstanceOf(BadInput.class)
                .hasMessage("net.onnx: expects BGR and does not begin with a convolution whose filters could be"
                        + " converted to RGB. Export the network with its colours in RGB.");
    }

    @Test
    void a_network_for_bgr_works_in_rgb_after_the_import() throws IOException {
        FloatTensor filters = new FloatTensor(List.of(1L, 3L, 1L, 1L), new float[] {100, 10, 1});
        Path file = folder.resolve("net.onnx");
        TinyOnnx.sumOfColours(filters).write(file);

        InstalledModel model = importer().importFile(file, takingBgr());

        assertThat(OnnxGraph.read(model.file()).weights().get("filters").values())
                .containsExactly(1, 10, 100);
        assertThat(model.card().summary())
                .isEqualTo("Imported face network, 1 numbers; expected BGR, so its first filters were converted to"
                        + " RGB.");
    }

    @Test
    void a_name_of_a_built_network_is_kept_for_it() {
        assertThatThrownBy(() -> importer().requireFree("iresnet100"))
                .isInstanceOf(BadInput.class)
                .hasMessage("model id: \"iresnet100\" is the name of a built-in network. Choose another id.");
    }

    private static Description takingBgr() {
        return new Description("mine", InputSpec.ARCFACE, ChannelOrder.BGR, LICENCE);
    }

    private static ModelProto withInitialiser(String path) {
        ModelProto.Builder network = TinyOnnx.network(112, 2);
        network.getGraphBuilder().setInitializer(0, TinyOnnx.elsewhere(path));
        return network.build();
    }

    private static ModelProto with(AttributeProto attribute) {
        ModelProto.Builder network = TinyOnnx.network(112, 2);
        network.getGraphBuilder().addNode(TinyOnnx.constant(attribute));
        return network.build();
    }

    private static void refusedOrParsed(byte[] content) {
        try {
            OnnxFile.parse("net.onnx", content);
        } catch (BadInput expected) {
            assertThat(expected).hasMessageStartingWith("net.onnx: ");
        }
    }

    private Path write(ModelProto network) throws IOException {
        return Files.write(folder.resolve("net.onnx"), network.toByteArray());
    }

    private static Description description(String id) {
        return new Description(id, InputSpec.ARCFACE, ChannelOrder.RGB, LICENCE);
    }

    private ModelImporter importer() {
        return new ModelImporter(zoo());
    }

    private ModelZoo zoo() {
        PackageSource none = (coordinates, into) -> {
            throw new AssertionError("no download is wanted");
        };
        return new ModelZoo(folder.resolve("home"), none, Acknowledgement.NOT_GIVEN, Clock.systemUTC(), sentence -> {});
    }
}

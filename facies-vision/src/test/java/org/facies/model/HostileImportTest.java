package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.model.ModelImporter.Description;
import org.facies.model.weights.TorchWriter;
import org.facies.model.weights.ZipBytes;
import org.facies.onnx.FloatTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that somebody else made, through the front door; the readers themselves are tried on many more in {@code
 * org.facies.model.weights}.
 */
class HostileImportTest {

    private static final Licence LICENCE = new Licence("MIT", "made here", "");
    private static final Map<String, FloatTensor> ONE_WEIGHT =
            Map.of("conv1.weight", FloatTensor.filled(List.of(64L, 3L, 3L, 3L), 0.5f));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"os, system", "builtins, eval", "torch, load", "subprocess, Popen", "runpy, _run_code"})
    void a_pickle_that_calls_something_is_refused(String module, String name) throws IOException {
        String pickle = "\u0080\u0002c" + module + "\n" + name + "\n(X\u0002\u0000\u0000\u0000idtR.";

        refused(archive("data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1)), module + "." + name);
    }

    @Test
    void a_bare_pickle_is_refused() throws IOException {
        refused("\u0080\u0002cos\nsystem\n.".getBytes(StandardCharsets.ISO_8859_1), "is a bare pickle");
    }

    @Test
    void an_archive_of_other_things_is_refused() throws IOException {
        refused(archive("readme.txt", "weights inside".getBytes(StandardCharsets.US_ASCII)), "brought");
    }

    @Test
    void an_archive_that_unfolds_to_a_multiple_of_its_size_is_refused() throws IOException {
        refused(new ZipBytes().compressed("archive/data.pkl", new byte[1 << 28]).toByteArray(), "is compressed");
    }

    @Test
    void weights_of_no_known_network_are_refused() throws IOException {
        Path file = folder.resolve("other.pth");
        TorchWriter.FLOAT32.write(file, "", ONE_WEIGHT);

        refused(Files.readAllBytes(file), "have 0, 0, 0, 0 blocks");
    }

    @Test
    void a_cut_file_of_weights_is_refused() throws IOException {
        Path file = folder.resolve("whole.pth");
        TorchWriter.FLOAT32.write(file, "", ONE_WEIGHT);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 1; length < whole.length; length += 97) {
            refused(Arrays.copyOf(whole, length), "brought");
        }
    }

    @Test
    void a_safetensors_header_that_promises_too_much_is_refused() throws IOException {
        String header = "{\"conv1.weight\":{\"dtype\":\"F32\",\"shape\":[1099511627776,1099511627776],"
                + "\"data_offsets\":[0,16]}}";
        ByteBuffer file = ByteBuffer.allocate(8 + header.length() + 16).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));

        refused(file.array(), "conv1.weight");
        refused(
                ByteBuffer.wrap(file.array().clone())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0, 1 << 30)
                        .array(),
                "header");
    }

    @Test
    void a_symbolic_link_is_refused_and_so_is_a_folder() throws IOException {
        Path file = Files.write(
                folder.resolve("net.onnx"), TinyOnnx.network(112, 2).build().toByteArray());
        Path link = Files.createSymbolicLink(folder.resolve("link.onnx"), file);

        assertThatThrownBy(() -> install(link))
                .isInstanceOf(BadInput.class)
                .hasMessage(link + ": is a symbolic link. Give the path of the file itself.");
        assertThatThrownBy(() -> install(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + ": cannot be read. Give the path of a file that exists and that you may read.");
    }

    private void refused(byte[] content, String part) throws IOException {
        Path file = Files.write(folder.resolve("brought.bin"), content);
        assertThatThrownBy(() -> install(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(part)
                .extracting(thrown -> ((BadInput) thrown).problems())
                .asInstanceOf(LIST)
                .hasSize(1);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private void install(Path file) {
        PackageSource none = (coordinates, into) -> {
            throw new AssertionError("no download is wanted");
        };
        ModelZoo zoo =
                new ModelZoo(folder.resolve("home"), none, Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {});
        new ModelImporter(zoo).importFile(file, new Description("mine", InputSpec.ARCFACE, ChannelOrder.RGB, LICENCE));
    }

    private static byte[] archive(String name, byte[] content) {
        return new ZipBytes().stored("archive/" + name, content).toByteArray();
    }
}

package org.facies.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxReaderTest {

    private static final byte[] SOUND = Networks.affine().toBytes();

    @TempDir
    private Path folder;

    @Test
    void weights_outside_the_file_are_refused() {
        refused(model -> model.getGraphBuilder()
                        .getInitializerBuilder(0)
                        .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL))
                .hasMessageContaining("is stored outside the file");
    }

    @Test
    void weights_of_an_unknown_type_are_refused_by_name() {
        refused(model -> model.getGraphBuilder()
                        .getInitializerBuilder(0)
                        .setName("a.weight")
                        .setDataType(OnnxMl.TensorProto.DataType.UINT8.getNumber()))
                .hasMessage("network.onnx, tensor: \"a.weight\" is of type UINT8, which is not supported. "
                        + "Export the model with float32 weights.");
    }

    @Test
    void a_shape_that_the_values_do_not_fill_is_refused() {
        refused(model -> model.getGraphBuilder().getInitializerBuilder(0).setDims(0, 1L << 20))
                .hasMessageContaining("values, but its shape needs");
    }

    @Test
    void a_shape_too_large_for_memory_is_refused_without_allocating_it() {
        refused(model -> model.getGraphBuilder().getInitializerBuilder(0).setDims(0, Long.MAX_VALUE))
                .hasMessageContaining("has the impossible shape");
    }

    @Test
    void an_input_that_nothing_makes_is_named_with_its_node() {
        refused(model -> model.getGraphBuilder().getNodeBuilder(3).setInput(0, "nowhere"))
                .hasMessageContaining("has a node stem that uses the unknown tensor \"nowhere\"");
    }

    @Test
    void an_operator_set_from_the_future_is_refused() {
        refused(model -> model.getOpsetImportBuilder(0).setVersion(99))
                .hasMessageContaining("uses operator set 99; only 7 to 22 are supported");
    }

    @Test
    void what_is_no_onnx_file_is_refused() {
        assertRefused(() -> read("a text, not a network".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessageStartingWith("network.onnx: ");
        assertRefused(() -> read(new byte[0])).hasMessageContaining("contains no network");
    }

    @Test
    void a_file_that_is_not_there_is_refused_with_its_place() {
        Path absent = folder.resolve("absent.onnx");

        assertRefused(() -> OnnxGraph.read(absent))
                .hasMessage(absent + ": cannot be read (it does not exist). Check that it exists, that you have"
                        + " permission to read it, and that its disk works.");
    }

    /** Whatever is wrong with a file, it is the user's file that is wrong, not the program. */
    @Test
    void damaged_files_are_refused_and_never_a_bug() {
        Random random = new Random(12);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = Arrays.copyOf(SOUND, round % 3 == 0 ? random.nextInt(SOUND.length) : SOUND.length);
            for (int i = 0; i < 4 && damaged.length > 0; i++) {
                damaged[random.nextInt(Math.min(damaged.length, 900))] = (byte) random.nextInt();
            }
            try {
                read(damaged);
            } catch (BadInput expected) {
                assertThat(expected.getMessage()).as("round " + round).startsWith("network.onnx");
            } catch (IOException | RuntimeException bug) {
                throw new AssertionError("round " + round, bug);
            }
        }
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(Consumer<OnnxMl.ModelProto.Builder> defect) {
        return assertRefused(() -> {
            OnnxMl.ModelProto.Builder model = parsed().toBuilder();
            defect.accept(model);
            read(model.build().toByteArray());
        });
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(BadInput.class);
    }

    private static OnnxMl.ModelProto parsed() throws InvalidProtocolBufferException {
        return OnnxMl.ModelProto.parseFrom(SOUND);
    }

    private OnnxGraph read(byte[] content) throws IOException {
        Path file = folder.resolve("network.onnx");
        Files.write(file, content);
        return OnnxGraph.read(file);
    }
}

package org.facies.model.dlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;

class DlibResnetTest {

    private static final String REST = "; this is not a face recogniser as dlib writes it, or it is damaged. "
            + "Download the file again, or check it against the SHA-256 that its publisher states.";

    @Test
    void the_graph_names_stem_blocks_and_weights() {
        ModelProto model =
                DlibResnet.convert("a.dat", DlibFile.resnet(new Random(1))).model();

        List<String> tensors = model.getGraph().getNodeList().stream()
                .map(node -> node.getOutput(0))
                .toList();
        assertThat(tensors).contains("stem", "embedding");
        assertThat(tensors)
                .containsAll(
                        IntStream.rangeClosed(1, 14).mapToObj(i -> "block" + i).toList());
        assertThat(model.getGraph().getInput(0).getName()).isEqualTo("input");
        assertThat(model.getGraph().getOutput(0).getName()).isEqualTo("embedding");
        assertThat(shape(model, "stem.conv.weight")).containsExactly(32L, 3L, 7L, 7L);
        assertThat(shape(model, "stem.conv.bias")).containsExactly(32L);
        assertThat(shape(model, "block4.conv1.weight")).containsExactly(64L, 32L, 3L, 3L);
        assertThat(shape(model, "block14.affine2.bias")).containsExactly(1L, 256L, 1L, 1L);
        assertThat(shape(model, "fc.weight")).containsExactly(256L, 128L);
    }

    @Test
    void only_blocks_that_need_it_are_padded() {
        ModelProto model =
                DlibResnet.convert("a.dat", DlibFile.resnet(new Random(1))).model();

        assertThat(model.getGraph().getNodeList().stream()
                        .filter(node -> node.getOpType().equals("Pad"))
                        .map(NodeProto::getName))
                .containsExactly(
                        "block4.shortcut",
                        "block8.shortcut",
                        "block11.residual",
                        "block11.shortcut",
                        "block14.residual");
    }

    @Test
    void the_mean_colour_comes_out_of_the_file() {
        DlibResnet.Converted converted = DlibResnet.convert("a.dat", DlibFile.resnet(new Random(1)));

        assertThat(converted.mean()).containsExactly(122.782f, 117.001f, 104.298f);
    }

    @Test
    void another_network_of_dlib_is_refused() {
        assertThatThrownBy(() -> DlibResnet.convert("a.dat", DlibFile.small(new Random(1))))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("a\\.dat byte \\d+: is the end of a network whose stem\\.conv differs from"
                        + " that of dlib's face recogniser" + Pattern.quote(REST));
    }

    @Test
    void a_network_for_other_pictures_is_refused() {
        byte[] file = new DlibFile(new Random(1))
                .inputPx(112)
                .convolution(2, 3, 3, 1, 0)
                .bytes();

        assertThatThrownBy(() -> DlibResnet.convert("a.dat", file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is the end of a network for pictures of 112 × 112");
    }

    @Test
    void bytes_after_the_network_are_refused() {
        byte[] file = DlibFile.small(new Random(1));

        assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length + 1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("a.dat byte " + file.length + ": is after the end of the network" + REST);
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read(new byte[0]))
                .isInstanceOf(BadInput.class)
                .hasMessage("a.dat byte 0: is the end of the file, in the middle of the network" + REST);
    }

    @Test
    void a_file_cut_anywhere_is_refused() {
        byte[] file = DlibFile.small(new Random(2));

        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cut)).as("first %d bytes", length).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void a_flipped_bit_is_refused_or_changes_a_number_only() {
        byte[] file = DlibFile.small(new Random(3));

        int refused = 0;
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused += refusedOrRead(flipped, bit);
        }
        assertThat(refused).isBetween(file.length, 8 * file.length - 1);
    }

    @Test
    void random_bytes_in_the_middle_are_refused_or_change_numbers_only() {
        byte[] file = DlibFile.small(new Random(4));
        Random random = new Random(5);

        for (int round = 0; round < 3_000; round++) {
            byte[] garbled = file.clone();
            for (int i = 0; i < 8; i++) {
                garbled[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            refusedOrRead(garbled, round);
        }
    }

    @Test
    void a_tensor_that_announces_more_than_the_file_holds_takes_no_memory() {
        byte[] file = DlibFile.small(new Random(6));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int count = text.indexOf("con_4") + "con_4".length() + 2;
        byte[] huge = new byte[file.length + 3];
        System.arraycopy(file, 0, huge, 0, count);
        System.arraycopy(new byte[] {4, -1, -1, -1, 0x7f}, 0, huge, count, 5);
        System.arraycopy(file, count + 2, huge, count + 5, file.length - count - 2);

        assertThatThrownBy(() -> read(huge))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("states 2147483647 numbers, but");
    }

    private static int refusedOrRead(byte[] file, int which) {
        int[] refused = {0};
        assertThatCode(() -> {
                    try {
                        read(file);
                    } catch (BadInput expected) {
                        refused[0] = 1;
                    }
                })
                .as("case %d", which)
                .doesNotThrowAnyException();
        return refused[0];
    }

    private static DlibNetwork read(byte[] file) {
        return DlibNetworkReader.read(new DlibInput("a.dat", file));
    }

    private static List<Long> shape(ModelProto model, String initialiser) {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals(initialiser))
                .map(TensorProto::getDimsList)
                .findFirst()
                .orElseThrow();
    }
}

package org.facies.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {

    private static final long MAX_BYTES_TAKEN = 48L << 20;

    @TempDir
    private Path folder;

    static Stream<Arguments> tensors() {
        long huge = 1L << 62;
        return Stream.of(
                tensor(
                        "more numbers than there are",
                        "needs 20 bytes of storage \"0\", but the file has 16",
                        5,
                        0,
                        shape(5),
                        shape(1)),
                tensor(
                        "a storage of 2^60 numbers",
                        "refers to 1152921504606846976 stored numbers",
                        1L << 60,
                        0,
                        shape(1),
                        shape(1)),
                tensor("a storage of no numbers", "refers to 0 stored numbers", 0, 0, shape(1), shape(1)),
                tensor("a storage of -1 numbers", "refers to -1 stored numbers", -1, 0, shape(1), shape(1)),
                tensor(
                        "a shape that wraps around",
                        "which does not fit its 4 stored numbers",
                        4,
                        0,
                        shape(1L << 32, 1L << 32),
                        shape(1, 1)),
                tensor(
                        "a negative extent",
                        "has the shape [-2, -2], which does not fit its 4 stored numbers",
                        4,
                        0,
                        shape(-2, -2),
                        shape(2, 1)),
                tensor(
                        "an empty tensor",
                        "has the shape [0], which does not fit its 4 stored numbers",
                        4,
                        0,
                        shape(0),
                        shape(1)),
                tensor(
                        "a huge empty tensor",
                        "which does not fit its 4 stored numbers",
                        4,
                        0,
                        shape(huge, huge, 0),
                        shape(1, 1, 1)),
                tensor("a negative offset", "begins at number -1", 4, -1, shape(2), shape(1)),
                tensor(
                        "an offset past the end",
                        "begins at number 3 with strides [1] and exceeds its 4 stored " + "numbers",
                        4,
                        3,
                        shape(2),
                        shape(1)),
                tensor("a huge offset", "begins at number " + Long.MAX_VALUE, 4, Long.MAX_VALUE, shape(2), shape(1)),
                tensor("a stride past the end", "with strides [4]", 4, 0, shape(2), shape(4)),
                tensor("a huge stride", "and exceeds its 4 stored numbers", 4, 0, shape(2, 2), shape(huge, huge)),
                tensor("a negative stride", "with strides [-1]", 4, 3, shape(4), shape(-1)),
                tensor(
                        "a number repeated for ever",
                        "has the shape [1000000000], which does not fit its 4 stored " + "numbers",
                        4,
                        0,
                        shape(1_000_000_000),
                        shape(0)),
                tensor("fewer strides than extents", "has 2 extents and 1 strides", 4, 0, shape(2, 2), shape(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tensors")
    void a_tensor_that_does_not_fit_its_storage_is_refused(String what, String message, PickleBytes pickle) {
        byte[] file = ZipBytes.withPickle(pickle.stop());

        long taken = Reading.allocatedBytes(() -> assertRefused(file, "a.pth, tensor: \"w\" ", message));

        assertThat(taken).isLessThan(4 << 20);
    }

    @Test
    void a_tensor_of_nine_extents_is_refused() {
        long[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};

        assertRefused(file(4, 0, ones, ones), "a.pth, data.pkl byte ", "passes other arguments to REBUILD_TENSOR");
    }

    @Test
    void the_stride_of_an_extent_of_one_does_not_matter() {
        byte[] file = file(4, 1, shape(1, 2), shape(1L << 40, 2));

        assertThat(Reading.torch(folder).of(file).get("w").values()).containsExactly(2, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../data.pkl",
                "./data.pkl",
                "/data.pkl",
                "a/../data.pkl",
                "a/../../escaped",
                "a\\data.pkl",
                "C:/x/data.pkl",
                "a/data/../0",
                "a/data/x",
                "a/data/",
                "a/inner.zip",
                "a/inner.pth",
                "a/constants.pkl",
                "a/code/model.py",
                "a/.data/../x",
                "data.pkl",
                "a/b/data.pkl"
            })
    void an_entry_that_torch_does_not_write_is_refused(String name) {
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", ZipBytes.goodPickle())
                .stored("a/data/0", ZipBytes.oneToFour())
                .stored(name, new byte[0])
                .toByteArray();

        assertRefused(
                file,
                "a.pth, entry: \"" + name + "\" ",
                "is not part of a state dict written by torch.save. "
                        + "Save only the weights, in Python: torch.save(model.state_dict(), FILE).");
    }

    @Test
    void a_file_of_weights_in_a_zip_archive_is_refused() {
        byte[] inner = ZipBytes.withPickle(ZipBytes.goodPickle());
        byte[] file = new ZipBytes().stored("backbone.pth", inner).toByteArray();

        assertRefused(file, "a.pth, entry: \"backbone.pth\" is not part of a state dict", "");
    }

    @Test
    void an_archive_as_a_storage_is_numbers_only() {
        byte[] inner = ZipBytes.withPickle(
                PickleBytes.protocol2().global("os", "system").stop());
        byte[] numbers = Arrays.copyOf(inner, 16);
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", ZipBytes.goodPickle())
                .stored("a/data/0", numbers)
                .toByteArray();

        assertThat(Reading.torch(folder).of(file).get("w").values()[0])
                .isEqualTo(ByteBuffer.wrap(inner).order(ByteOrder.LITTLE_ENDIAN).getFloat());
    }

    @Test
    void a_second_folder_is_refused() {
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", ZipBytes.goodPickle())
                .stored("b/data.pkl", ZipBytes.goodPickle())
                .toByteArray();

        assertRefused(file, "a.pth, entry: \"b/data.pkl\" is not in the folder \"a\" like the other entries", "");
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() {
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", ZipBytes.goodPickle())
                .stored(
                        "a/data.pkx",
                        PickleBytes.protocol2().global("os", "system").stop())
                .toByteArray();

        assertRefused(ZipBytes.replaced(file, "data.pkx", "data.pkl"), "a.pth, entry: \"a/data.pkl\" occurs twice", "");
    }

    @Test
    void a_compressed_entry_is_refused_before_it_unfolds() {
        byte[] file =
                new ZipBytes().compressed("a/data.pkl", new byte[64 << 20]).toByteArray();

        long taken = Reading.allocatedBytes(() -> assertRefused(
                file, "a.pth, entry: \"a/data.pkl\" is compressed, but torch.save does not" + " compress", ""));

        assertThat(taken).isLessThan(4 << 20);
    }

    @Test
    void an_entry_that_says_it_is_larger_than_the_file_is_refused() {
        byte[] file = ZipBytes.withPickle(ZipBytes.goodPickle());
        int directory = ZipBytes.indexOf(file, "PK\1\2");
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(directory + 20, 1 << 30)
                .putInt(directory + 24, 1 << 30);

        long taken = Reading.allocatedBytes(() -> assertRefused(file, "a.pth", ""));

        assertThat(taken).isLessThan(4 << 20);
    }

    @Test
    void entries_that_share_their_bytes_are_refused() {
        ZipBytes archive = new ZipBytes().stored("a/data.pkl", ZipBytes.goodPickle());
        for (int i = 0; i < 100; i++) {
            archive.stored("a/data/" + i, new byte[i == 0 ? 4_000 : 0]);
        }
        byte[] file = archive.toByteArray();
        ByteBuffer fields = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = ZipBytes.indexOf(file, "PK\1\2"); fields.getInt(at) == 0x02014b50; ) {
            fields.putInt(at + 20, 4_000).putInt(at + 24, 4_000);
            at += 46 + fields.getShort(at + 28) + fields.getShort(at + 30) + fields.getShort(at + 32);
        }

        assertRefused(file, "a.pth, entry: \"a/data/", "makes the sum of all entries larger than the file");
    }

    @Test
    void a_changed_number_is_noticed() {
        byte[] file = ZipBytes.withPickle(ZipBytes.goodPickle());
        int one = ZipBytes.indexOf(file, new String(ZipBytes.oneToFour(), StandardCharsets.ISO_8859_1));
        file[one] ^= 1;

        assertRefused(file, "a.pth, entry: \"a/data/0\" does not match its checksum; the file is damaged", "");
    }

    @Test
    void bytes_after_the_archive_are_refused() {
        byte[] file = ZipBytes.withPickle(ZipBytes.goodPickle());

        assertRefused(
                Arrays.copyOf(file, file.length + 1),
                "a.pth: does not end as a zip archive does; it is cut off or damaged. "
                        + "Download the file again, or check it against the SHA-256 that its publisher states.",
                "");
    }

    /** The library would then look for the directory, of any length, where a zip64 record says. */
    @Test
    void a_directory_beyond_the_end_of_the_file_is_refused() {
        byte[] file = ZipBytes.withPickle(ZipBytes.goodPickle());
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 6, -1);

        assertRefused(file, "a.pth: does not end as a zip archive does; it is cut off or damaged. Download", "");
    }

    @Test
    void an_archive_of_a_hundred_thousand_entries_is_refused_unread() {
        ZipBytes archive = new ZipBytes();
        for (int i = 0; i < 100_000; i++) {
            archive.stored("a/data/" + i, new byte[0]);
        }
        byte[] file = archive.toByteArray();

        long taken = Reading.allocatedBytes(
                () -> assertRefused(file, "a.pth: has more than 20000 entries. Save only the weights", ""));

        assertThat(taken).isLessThan(4 << 20);
    }

    @Test
    void a_directory_or_a_pickle_over_the_limit_is_refused() {
        byte[] file = ZipBytes.withPickle(ZipBytes.goodPickle());

        assertThatThrownBy(() -> Reading.torch(folder).of(file, new WeightLimits(1 << 20, 1 << 20, 40)))
                .isInstanceOf(BadInput.class)
                .hasMessage("a.pth: has a zip directory of 110 bytes; the limit is 40 bytes. "
                        + "Save fewer weights in one file, or raise the limit if you trust it.");
        assertThatThrownBy(() -> Reading.torch(folder).of(file, new WeightLimits(1 << 20, 1 << 20, 120)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("a.pth: has a data.pkl of 188 bytes; the limit is 120 bytes.");
    }

    @Test
    void more_weights_or_a_larger_file_than_the_limit_are_refused() {
        byte[] file = ZipBytes.withPickle(ZipBytes.goodPickle());

        assertThatThrownBy(() -> Reading.torch(folder).of(file, new WeightLimits(1 << 20, 15, 1 << 20)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("a.pth: has weights of 16 bytes; the limit is 15 bytes.");
        assertThatThrownBy(() -> Reading.torch(folder).of(file, new WeightLimits(20, 16, 1 << 20)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("a.pth: has a size of " + file.length + " bytes; the limit is 20 bytes.");
    }

    @Test
    void tensors_that_use_one_storage_again_and_again_are_refused() {
        PickleBytes pickle = PickleBytes.protocol2().ascii("}");
        pickle.text("w").tensor(1 << 18, 0, shape(1 << 18), shape(1)).ascii("q\0s");
        for (int i = 0; i < 1_000; i++) {
            pickle.text("w" + i).ascii("h\0s");
        }
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", pickle.stop())
                .stored("a/data/0", new byte[1 << 20])
                .toByteArray();

        long taken = Reading.allocatedBytes(() -> assertRefused(
                file, "a.pth: has tensors that share the same numbers and expand to 1049624576 bytes", ""));

        assertThat(taken).isLessThan(MAX_BYTES_TAKEN);
    }

    @Test
    void a_number_that_is_not_finite_is_refused() {
        byte[] numbers = ZipBytes.oneToFour();
        ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN).putFloat(8, Float.NaN);
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", ZipBytes.goodPickle())
                .stored("a/data/0", numbers)
                .toByteArray();

        assertRefused(
                file,
                "a.pth, tensor: \"w\" contains a number that is not finite (NaN). Download the file" + " again",
                "");
    }

    @Test
    void numbers_with_the_high_byte_first_are_refused() {
        byte[] file = new ZipBytes()
                .stored("a/data.pkl", ZipBytes.goodPickle())
                .stored("a/byteorder", "big".getBytes(StandardCharsets.US_ASCII))
                .toByteArray();

        assertRefused(
                file,
                "a.pth, entry: \"a/byteorder\" is not \"little\". Save the weights on a little-endian machine.",
                "");
    }

    @Test
    void a_storage_or_a_pickle_that_is_not_there_is_refused() {
        byte[] withoutStorage =
                new ZipBytes().stored("a/data.pkl", ZipBytes.goodPickle()).toByteArray();
        byte[] withoutPickle =
                new ZipBytes().stored("a/data/0", ZipBytes.oneToFour()).toByteArray();

        assertRefused(
                withoutStorage,
                "a.pth, tensor: \"w\" needs 16 bytes of storage \"0\", but the file has 0. Download",
                "");
        assertRefused(withoutPickle, "a.pth: is a zip archive without a data.pkl as written by torch.save. Save", "");
    }

    @Test
    void what_is_no_archive_is_refused() {
        assertRefused(new byte[0], "a.pth: was not written by torch.save. Save only the weights", "");
        assertRefused("forty-two".getBytes(StandardCharsets.UTF_8), "a.pth: was not written by torch.save", "");
    }

    @Test
    void a_file_that_is_missing_or_a_folder_is_refused() {
        assertThatThrownBy(() -> TorchFile.read(folder.resolve("none.pth"), WeightLimits.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("none.pth: cannot be read to its end (");
        assertThatThrownBy(() -> TorchFile.read(folder, WeightLimits.DEFAULT)).isInstanceOf(BadInput.class);
    }

    private static long[] shape(long... extents) {
        return extents;
    }

    private static Arguments tensor(
            String what, String message, long count, long offset, long[] shape, long[] strides) {
        return Arguments.of(
                what,
                message,
                PickleBytes.protocol2()
                        .ascii("}")
                        .text("w")
                        .tensor(count, offset, shape, strides)
                        .ascii("s"));
    }

    private static byte[] file(long count, long offset, long[] shape, long[] strides) {
        return ZipBytes.withPickle(PickleBytes.protocol2()
                .ascii("}")
                .text("w")
                .tensor(count, offset, shape, strides)
                .ascii("s")
                .stop());
    }

    private void assertRefused(byte[] file, String beginning, String message) {
        assertThatThrownBy(() -> Reading.torch(folder).of(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(beginning)
                .hasMessageContaining(message);
    }
}

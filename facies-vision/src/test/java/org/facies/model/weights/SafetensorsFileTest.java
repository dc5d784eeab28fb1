package org.facies.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFileTest {

    private static final String FETCH_AGAIN =
            "Download the file again, or check it against the SHA-256 that its publisher states.";

    @TempDir
    private Path folder;

    @Test
    void tensors_come_in_the_order_of_the_header() {
        String header = "{'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},"
                + "'n':{'dtype':'I32','shape':[2],'data_offsets':[8,16]},"
                + "'a':{'dtype':'F32','shape':[],'data_offsets':[0,4]}}  ";
        var read = Reading.safetensors(folder).of(file(header, ZipBytes.oneToFour()));

        assertThat(read.keySet()).containsExactly("b", "a");
        assertThat(read.get("a").values()).containsExactly(1);
        assertThat(read.get("a").shape()).isEmpty();
        assertThat(read.get("b").values()).containsExactly(2);
    }

    static Stream<Arguments> tensors() {
        return Stream.of(
                Arguments.of(
                        "F32",
                        "[4]",
                        "[8,24]",
                        "has the bytes 8 to 24, but should begin at 0, where the previous tensor ends"),
                Arguments.of(
                        "F32",
                        "[4]",
                        "[16,0]",
                        "has the bytes 16 to 0, but should begin at 0, where the previous tensor ends"),
                Arguments.of("F32", "[3]", "[0,16]", "has the shape [3] of type FLOAT32 but 16 bytes"),
                Arguments.of("F32", "[5]", "[0,16]", "has the shape [5], which does not fit its 4 stored numbers"),
                Arguments.of("F32", "[0]", "[0,16]", "has the shape [0], which does not fit its 4 stored numbers"),
                Arguments.of("F32", "[]", "[0,16]", "has the shape [] of type FLOAT32 but 16 bytes"),
                Arguments.of("F32", "[4]", "[0,0]", "refers to 0 stored numbers; 1 to 536870907 are possible"),
                Arguments.of("F32", "[4]", "[0,18]", "has the shape [4] of type FLOAT32 but 18 bytes"),
                Arguments.of("F16", "[4]", "[0,16]", "has the shape [4] of type FLOAT16 but 16 bytes"),
                Arguments.of("F32", "[4294967296,4294967296]", "[0,16]", "which does not fit its 4 stored numbers"),
                Arguments.of("F32", "[4]", "[0,9223372036854775807]", "refers to 2305843009213693951 stored numbers"),
                Arguments.of(
                        "F32", "[1,1,1,1,1,1,1,1,4]", "[0,16]", "has 9 extents and 9 strides; the limit is 8 of each"),
                Arguments.of(
                        "F8_E4M3",
                        "[4]",
                        "[0,16]",
                        "is of the unknown type \"F8_E4M3\". Save it as F32, F16 or " + "BF16."),
                Arguments.of("F32", "[4]", "[0]", "is not described by dtype, shape and two data_offsets"),
                Arguments.of("F32", "[4]", "[0,4,16]", "is not described by dtype, shape and two data_offsets"));
    }

    @ParameterizedTest
    @MethodSource("tensors")
    void a_tensor_that_does_not_fit_its_bytes_is_refused(String type, String shape, String offsets, String message) {
        String header = "{'w':{'dtype':'%s','shape':%s,'data_offsets':%s}}".formatted(type, shape, offsets);

        assertRefused(file(header, ZipBytes.oneToFour()), "a.safetensors, tensor: \"w\" ", message);
    }

    static Stream<Arguments> headers() {
        String w = "'w':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}";
        return Stream.of(
                Arguments.of("", "does not begin with a brace"),
                Arguments.of(" {" + w + "}", "does not begin with a brace"),
                Arguments.of("[]", "does not begin with a brace"),
                Arguments.of("{" + w, "is not JSON ("),
                Arguments.of("{" + w + "}{}", "continues after its last brace"),
                Arguments.of("{" + w + "}x", "is not JSON ("),
                Arguments.of("{" + w + "," + w + "}", "is not JSON (Duplicate field 'w'"),
                Arguments.of("{'w':1}", "has VALUE_NUMBER_INT at character 5 where START_OBJECT belongs"),
                Arguments.of("{'w':[[[[[[[[[[[[", "has START_ARRAY at character 5 where START_OBJECT belongs"),
                Arguments.of("{'w':{'dtype':4}}", "has VALUE_NUMBER_INT at character 14 where VALUE_STRING belongs"),
                Arguments.of("{'w':{'shape':[-1]}}", "contains the size -1"),
                Arguments.of("{'w':{'shape':[1.5]}}", "has VALUE_NUMBER_FLOAT at character 15 where END_ARRAY belongs"),
                Arguments.of("{'w':{'shape':[[4]]}}", "has START_ARRAY at character 15 where END_ARRAY belongs"),
                Arguments.of("{'w':{'shape':[99999999999999999999]}}", "is not JSON ("),
                Arguments.of("{'w':{'shape':[" + "1,".repeat(100_000) + "1]}}", "where END_ARRAY belongs"),
                Arguments.of("{'w':{'path':'/etc/passwd'}}", "\"path\" is unknown"),
                Arguments.of(
                        "{'__metadata__':{'a':{}}}", "has START_OBJECT at character 21 where VALUE_STRING belongs"),
                Arguments.of("{'__metadata__':{'a':'b'},'\u00ff':{}}", "is not described by dtype"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_that_is_not_one_is_refused(String header, String message) {
        assertRefused(file(header, ZipBytes.oneToFour()), "a.safetensors, ", message);
    }

    @Test
    void a_header_that_is_not_utf8_is_refused() {
        byte[] file = file("{'w'}", new byte[0]);
        file[10] = (byte) 0xff;

        assertRefused(file, "a.safetensors, header: is not UTF-8. " + FETCH_AGAIN, "");
    }

    @Test
    void ranges_that_overlap_are_refused() {
        String header = "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]},"
                + "'b':{'dtype':'F32','shape':[2],'data_offsets':[8,16]}}";

        assertRefused(
                file(header, ZipBytes.oneToFour()),
                "a.safetensors, tensor: \"b\" has the bytes 8 to 16, but should begin at 12, where the previous"
                        + " tensor ends. " + FETCH_AGAIN,
                "");
    }

    @Test
    void a_gap_between_ranges_is_refused() {
        String header = "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},"
                + "'b':{'dtype':'F32','shape':[2],'data_offsets':[8,16]}}";

        assertRefused(
                file(header, ZipBytes.oneToFour()),
                "a.safetensors, tensor: \"b\" has the bytes 8 to 16, but should begin at 4, where the previous"
                        + " tensor ends.",
                "");
    }

    @Test
    void more_or_fewer_bytes_than_described_are_refused() {
        String header = "{'w':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}";

        assertRefused(
                file(header, new byte[17]),
                "a.safetensors: has 17 bytes of numbers, but its header describes 16. " + FETCH_AGAIN,
                "");
        assertRefused(
                file(header, new byte[15]),
                "a.safetensors: has 15 bytes of numbers, but its header describes 16. " + FETCH_AGAIN,
                "");
    }

    @Test
    void the_length_of_the_header_must_be_within_the_file_and_the_limit() {
        byte[] good = file("{'w':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}", ZipBytes.oneToFour());
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, good.length}) {
            byte[] lying = good.clone();
            ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            assertRefused(
                    lying,
                    "a.safetensors: does not begin with the length of its header; it is not a safetensors file, or"
                            + " is cut off. " + FETCH_AGAIN,
                    "");
        }
        assertThatThrownBy(() -> Reading.safetensors(folder).of(good, new WeightLimits(1 << 20, 1 << 20, 54)))
                .isInstanceOf(BadInput.class)
                .hasMessage("a.safetensors: has a header of 55 bytes; the limit is 54 bytes. "
                        + "Save fewer weights in one file, or raise the limit if you trust it.");
    }

    @Test
    void more_weights_or_a_larger_file_than_the_limit_are_refused() {
        byte[] good = file("{'w':{'dtype':'F16','shape':[8],'data_offsets':[0,16]}}", new byte[16]);

        assertThat(Reading.safetensors(folder).of(good, new WeightLimits(1 << 20, 32, 55)))
                .containsKey("w");
        assertThatThrownBy(() -> Reading.safetensors(folder).of(good, new WeightLimits(1 << 20, 31, 55)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("a.safetensors: has weights of 32 bytes; the limit is 31 bytes.");
        assertThatThrownBy(() -> Reading.safetensors(folder).of(good, new WeightLimits(78, 32, 55)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("a.safetensors: has a size of 79 bytes; the limit is 78 bytes.");
    }

    @Test
    void a_number_that_is_not_finite_is_refused() {
        byte[] infinity = {0, 0, (byte) 0x80, 0x7f};

        assertRefused(
                file("{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}", infinity),
                "a.safetensors, tensor: \"w\" contains a number that is not finite (Infinity). " + FETCH_AGAIN,
                "");
    }

    @Test
    void a_file_without_weights_is_refused() {
        assertRefused(file("{}", new byte[0]), "a.safetensors: contains no tensor of floating-point numbers.", "");
        assertRefused(new byte[3], "a.safetensors: ends too early. " + FETCH_AGAIN, "");
    }

    private void assertRefused(byte[] file, String beginning, String message) {
        assertThatThrownBy(() -> Reading.safetensors(folder).of(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(beginning)
                .hasMessageContaining(message);
    }

    /** @param header with single quotes */
    private static byte[] file(String header, byte[] numbers) {
        byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(numbers)
                .array();
    }
}

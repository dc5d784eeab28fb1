package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingFormatTest {

    private static final EmbeddingTable TABLE = new EmbeddingTable(
            2,
            List.of(
                    new EmbeddingTable.Row("a,b \"c\".jpg", Embedding.of(.1f, -2)),
                    new EmbeddingTable.Row("ü.png", Embedding.of(1e-10f, 3))));

    @Test
    void csv_has_a_column_for_each_number() throws IOException {
        assertThat(text(EmbeddingFormat.CSV))
                .isEqualTo("photo,e0,e1\n\"a,b \"\"c\"\".jpg\",0.1,-2.0\nü.png,1.0E-10,3.0\n");
    }

    @Test
    void json_has_an_object_for_each_photo() throws IOException {
        assertThat(text(EmbeddingFormat.JSON))
                .isEqualTo("[{\"photo\":\"a,b \\\"c\\\".jpg\",\"embedding\":[0.1,-2.0]},"
                        + "{\"photo\":\"ü.png\",\"embedding\":[1.0E-10,3.0]}]\n");
    }

    /** The bytes that numpy.save writes for this array (NumPy 2). */
    @Test
    void npy_is_what_numpy_writes() throws IOException {
        byte[] written = bytes(EmbeddingFormat.NPY, TABLE);

        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";
        assertThat(written).hasSize(128 + 16);
        assertThat(ByteBuffer.wrap(written, 0, 8).array()).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(written, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo(header + " ".repeat(118 - header.length() - 1) + "\n");
        ByteBuffer numbers = ByteBuffer.wrap(written, 128, 16).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(IntStream.range(0, 4).mapToObj(i -> numbers.getFloat())).containsExactly(.1f, -2f, 1e-10f, 3f);
    }

    @Test
    void the_numbers_of_an_npy_file_start_at_a_multiple_of_64_bytes() throws IOException {
        for (int rows : new int[] {0, 1, 10, 100, 1_000}) {
            EmbeddingTable table = new EmbeddingTable(
                    3,
                    IntStream.range(0, rows)
                            .mapToObj(i -> new EmbeddingTable.Row("p" + i, Embedding.of(1, 2, 3)))
                            .toList());

            assertThat((bytes(EmbeddingFormat.NPY, table).length - 12 * rows) % 64)
                    .as("%d rows", rows)
                    .isZero();
        }
    }

    @Test
    void the_ending_of_a_file_name_says_the_format() {
        assertThat(EmbeddingFormat.byEnding("x.NPY")).contains(EmbeddingFormat.NPY);
        assertThat(EmbeddingFormat.byEnding("x.y/z.json")).contains(EmbeddingFormat.JSON);
        assertThat(EmbeddingFormat.byEnding("csv")).isEmpty();
    }

    private static String text(EmbeddingFormat format) throws IOException {
        return new String(bytes(format, TABLE), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(EmbeddingFormat format, EmbeddingTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(table, out);
        return out.toByteArray();
    }
}

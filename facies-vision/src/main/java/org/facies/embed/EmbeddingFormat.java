package org.facies.embed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A file format for embeddings. Every number is read back as the same float. */
public enum EmbeddingFormat {
    /** A header {@code photo,e0,e1…} and a row for each photo. */
    CSV {
        @Override
        public void write(EmbeddingTable table, OutputStream out) throws IOException {
            StringWriter text = new StringWriter();
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
                List<String> header = new ArrayList<>(List.of("photo"));
                IntStream.range(0, table.size()).forEach(i -> header.add("e" + i));
                csv.writeRecord(header);
                table.rows().forEach(row -> csv.writeRecord(cells(row)));
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    },
    /** An array of {@code {"photo": …, "embedding": […]}}. */
    JSON {
        @Override
        public void write(EmbeddingTable table, OutputStream out) throws IOException {
            try (JsonGenerator json = new JsonFactory()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .createGenerator(out)) {
                json.writeStartArray();
                for (EmbeddingTable.Row row : table.rows()) {
                    json.writeStartObject();
                    json.writeStringField("photo", row.photo());
                    json.writeArrayFieldStart("embedding");
                    for (float number : row.embedding().toArray()) {
                        json.writeNumber(number);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeRaw('\n');
            }
        }
    },
    /** NumPy's format, version 1.0: little-endian float32[photos][size], rows in order, no names. */
    NPY {
        @Override
        public void write(EmbeddingTable table, OutputStream out) throws IOException {
            out.write(npyHeader(table.rows().size(), table.size()));
            ByteBuffer row = ByteBuffer.allocate(table.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (EmbeddingTable.Row photo : table.rows()) {
                row.asFloatBuffer().put(photo.embedding().toArray());
                out.write(row.array());
            }
        }
    };

    private static final int NPY_ALIGNMENT = 64;
    private static final byte[] NPY_MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** Writes a table; the stream stays open. */
    public abstract void write(EmbeddingTable table, OutputStream out) throws IOException;

    /** The format after the extension of a file name; empty if there is none. */
    public static Optional<EmbeddingFormat> byEnding(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static List<String> cells(EmbeddingTable.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.photo()));
        for (float number : row.embedding().toArray()) {
            cells.add(Float.toString(number));
        }
        return cells;
    }

    /**
     * Magic, length of the header in two bytes, the header: a Python literal, padded so that the numbers are aligned.
     */
    private static byte[] npyHeader(int rows, int columns) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
        int unpadded = NPY_MAGIC.length + 2 + text.length() + 1;
        String padded = text + " ".repeat(Math.floorMod(-unpadded, NPY_ALIGNMENT)) + "\n";
        return ByteBuffer.allocate(NPY_MAGIC.length + 2 + padded.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NPY_MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}

package org.facies.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.facies.file.AtomicFile;

/** Writes CSV as {@link CsvTable} reads it: UTF-8, commas, line feeds, quotes where needed. */
public final class CsvFile {

    private CsvFile() {}

    /** Rows that are produced one by one. */
    @FunctionalInterface
    public interface Rows {
        /** Passes each row to the file. */
        void writeTo(Consumer<List<String>> file);
    }

    public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
        stream(file, header, rows::forEach);
    }

    /** The text that {@link #write} writes. */
    public static String text(List<String> header, Iterable<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException("the text is in memory", impossible);
        }
        return text.toString();
    }

    /** Writes rows as they are produced, so that they need not fit into memory. */
    public static void stream(Path file, List<String> header, Rows rows) {
        AtomicFile.write(file, out -> {
            try (CsvWriter writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .autoFlush(false)
                    .build(new UnclosedStream(out), StandardCharsets.UTF_8)) {
                writer.writeRecord(header);
                rows.writeTo(writer::writeRecord);
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        });
    }
}

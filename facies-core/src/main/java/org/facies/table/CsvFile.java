package org.facies.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.facies.file.AtomicFile;

/** Writes CSV as {@link CsvTable} reads it: UTF-8, commas, line feeds, quotes where needed. */
public final class CsvFile {

    private CsvFile() {}

    public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
        AtomicFile.write(file, out -> {
            try (CsvWriter writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .autoFlush(false)
                    .build(new UnclosedStream(out), StandardCharsets.UTF_8)) {
                writer.writeRecord(header);
                rows.forEach(writer::writeRecord);
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        });
    }
}

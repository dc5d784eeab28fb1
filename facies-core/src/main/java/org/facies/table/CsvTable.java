package org.facies.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facies.file.FileRefusal;
import org.facies.file.InputFile;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/**
 * A CSV file with a header (UTF-8, comma, RFC 4180 quotes; byte order mark and any line end allowed), together with all
 * that is wrong with it.
 *
 * @param source the file, as messages name it
 * @param columns the header
 * @param rows the sound rows; a row that is ragged or not UTF-8 is a problem instead
 * @param problems every defect of form, in the order of the file
 */
public record CsvTable(String source, List<String> columns, List<CsvRow> rows, List<Problem> problems) {

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Reads the file; whatever is wrong is in {@link #problems()}. */
    public static CsvTable read(Path file) {
        Optional<String> absence = InputFile.absence(file, "CSV file");
        if (absence.isPresent()) {
            return empty(file, new Problem(file.toString(), "", absence.get(), "Give the path of a CSV file."));
        }
        try {
            return new CsvParser(file.toString()).parse(Files.readAllBytes(file));
        } catch (IOException failure) {
            return empty(
                    file,
                    new Problem(
                            file.toString(),
                            "",
                            "cannot be read (" + FileRefusal.reason(failure) + ")",
                            "Check the file."));
        }
    }

    /** The table itself, if nothing is wrong with its form and it has these columns. */
    public CsvTable require(String... required) {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        List<Problem> missing = missing(List.of(required));
        if (!missing.isEmpty()) {
            throw new BadInput(missing);
        }
        return this;
    }

    /** A problem for each required column that the header lacks. */
    public List<Problem> missing(List<String> required) {
        Set<String> present = Set.copyOf(columns);
        return required.stream()
                .filter(column -> !present.contains(column))
                .map(column -> new Problem(
                        source + " row 1",
                        column,
                        "is missing from the columns (" + String.join(", ", columns) + ")",
                        "Add the column \"" + column + "\"."))
                .toList();
    }

    /** How messages name a cell. */
    public String where(CsvRow row, String column) {
        return source + " row " + row.number() + ", column " + column;
    }

    static CsvTable empty(Path file, Problem problem) {
        return new CsvTable(file.toString(), List.of(), List.of(), List.of(problem));
    }
}

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
 * A CSV file with a header, together with everything that is wrong with it. The format is UTF-8 with commas and RFC
 * 4180 quotes; a byte order mark and any line end are allowed.
 *
 * @param source the file, as named in messages
 * @param columns the header
 * @param rows the valid rows; a row with a wrong number of cells or invalid UTF-8 is a problem instead
 * @param problems every defect of the format, in the order of the file
 */
public record CsvTable(String source, List<String> columns, List<CsvRow> rows, List<Problem> problems) {

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Reads the file; all defects are in {@link #problems()}. */
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
                            "Check the file and its permissions."));
        }
    }

    /** The table itself, if its format is valid and it has these columns. */
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

    /** The name of a cell in messages. */
    public String where(CsvRow row, String column) {
        return source + " row " + row.number() + ", column " + column;
    }

    static CsvTable empty(Path file, Problem problem) {
        return new CsvTable(file.toString(), List.of(), List.of(), List.of(problem));
    }
}

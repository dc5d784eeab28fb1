package org.facies.novelty;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** Distances of held-out photos from the training faces of their model: the file {@code novelty.csv}. */
public record NoveltyTable(List<Row> rows) {
    private static final List<String> COLUMNS = List.of("model", "fold", "photo", "subject", "distance");

    /**
     * One held-out photo.
     *
     * @param fold the fold that tested it
     * @param distance as of {@link KnownFaces#relativeDistance}
     */
    public record Row(String model, int fold, String photo, String subject, double distance) {}

    public NoveltyTable {
        rows = List.copyOf(rows);
    }

    /** All rows of the tables, in their order. */
    public static NoveltyTable pooled(List<NoveltyTable> tables) {
        return new NoveltyTable(
                tables.stream().flatMap(table -> table.rows().stream()).toList());
    }

    public void write(Path csv) {
        CsvFile.write(csv, COLUMNS, () -> rows.stream().map(NoveltyTable::cells).iterator());
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.model(), Integer.toString(row.fold()), row.photo(), row.subject(), Double.toString(row.distance()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BadInput naming every cell that is no number
     */
    public static NoveltyTable read(Path csv) {
        CsvTable table = CsvTable.read(csv).require(COLUMNS.toArray(String[]::new));
        List<Problem> problems = new ArrayList<>();
        List<Row> rows =
                table.rows().stream().flatMap(row -> row(table, row, problems)).toList();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new NoveltyTable(rows);
    }

    private static Stream<Row> row(CsvTable table, CsvRow row, List<Problem> problems) {
        try {
            return Stream.of(new Row(
                    row.get("model"),
                    Integer.parseInt(row.get("fold")),
                    row.get("photo"),
                    row.get("subject"),
                    Double.parseDouble(row.get("distance"))));
        } catch (NumberFormatException wrong) {
            String value = row.get("fold") + ", " + row.get("distance");
            problems.add(new Problem(
                    table.where(row, "fold or distance"),
                    value,
                    "is not a fold and a distance",
                    "Delete the file and its predictions.csv, and run the study again."));
            return Stream.empty();
        }
    }

    /** The distance of each subject of a model: the mean over its photos; NaN where one of them is. */
    public Map<String, Double> bySubject(String model) {
        return rows.stream()
                .filter(row -> row.model().equals(model))
                .collect(Collectors.groupingBy(
                        Row::subject, LinkedHashMap::new, Collectors.averagingDouble(Row::distance)));
    }
}

package org.facies.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code choice.csv}: what each candidate scored inside each fold, and which was chosen. */
public record SelectionTable(List<Row> rows) {
    private static final List<String> COLUMNS = List.of(
            "model", "fold", "candidate", "settings", "metric", "subjects", "score", "standard_error", "chosen");

    /**
     * A candidate in a fold.
     *
     * @param candidate counted from 1, in the order of the study file
     * @param settings what it sets, in words
     * @param metric the name in {@code metrics.json}
     * @param subjects of the training part that it was scored on
     * @param score NaN where undefined
     * @param standardError NaN where undefined
     */
    public record Row(
            String model,
            int fold,
            int candidate,
            String settings,
            String metric,
            int subjects,
            double score,
            double standardError,
            boolean chosen) {

        private List<String> cells() {
            return List.of(
                    model,
                    Integer.toString(fold),
                    Integer.toString(candidate),
                    settings,
                    metric,
                    Integer.toString(subjects),
                    Double.toString(score),
                    Double.toString(standardError),
                    Boolean.toString(chosen));
        }

        private static Row of(CsvRow row) {
            return new Row(
                    row.get("model"),
                    Integer.parseInt(row.get("fold")),
                    Integer.parseInt(row.get("candidate")),
                    row.get("settings"),
                    row.get("metric"),
                    Integer.parseInt(row.get("subjects")),
                    Double.parseDouble(row.get("score")),
                    Double.parseDouble(row.get("standard_error")),
                    Boolean.parseBoolean(row.get("chosen")));
        }
    }

    public SelectionTable {
        rows = List.copyOf(rows);
    }

    /** Reads a file that a run wrote. */
    public static SelectionTable read(Path csv) {
        return new SelectionTable(CsvTable.read(csv).require(COLUMNS.toArray(String[]::new)).rows().stream()
                .map(Row::of)
                .toList());
    }

    static SelectionTable pooled(List<SelectionTable> tables) {
        List<Row> rows = new ArrayList<>();
        tables.forEach(table -> rows.addAll(table.rows()));
        return new SelectionTable(rows);
    }

    void write(Path csv) {
        CsvFile.write(csv, COLUMNS, rows.stream().map(Row::cells).toList());
    }

    /** Index of the chosen row. */
    int chosen() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).chosen()) {
                return i;
            }
        }
        throw new IllegalStateException("a selection without a chosen candidate");
    }
}

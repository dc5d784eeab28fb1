package org.facies.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.metric.Metric;
import org.facies.table.CsvFile;
import org.facies.table.CsvNumbers;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code choice.csv}: scores of each candidate inside each fold, and which was chosen. */
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

        private static Row of(CsvTable table, CsvRow row) {
            return new Row(
                    row.get("model"),
                    CsvNumbers.whole(table, row, "fold"),
                    CsvNumbers.whole(table, row, "candidate"),
                    row.get("settings"),
                    row.get("metric"),
                    CsvNumbers.whole(table, row, "subjects"),
                    CsvNumbers.decimal(table, row, "score"),
                    CsvNumbers.decimal(table, row, "standard_error"),
                    CsvNumbers.truth(table, row, "chosen"));
        }
    }

    public SelectionTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file that a run wrote.
     *
     * @throws org.facies.input.BadInput naming the column that is missing, or the cell that is of another kind
     */
    public static SelectionTable read(Path csv) {
        CsvTable table = CsvTable.read(csv).require(COLUMNS.toArray(String[]::new));
        return new SelectionTable(
                table.rows().stream().map(row -> Row.of(table, row)).toList());
    }

    /** The rows of several tables, in their order. */
    public static SelectionTable pooled(List<SelectionTable> tables) {
        List<Row> rows = new ArrayList<>();
        tables.forEach(table -> rows.addAll(table.rows()));
        return new SelectionTable(rows);
    }

    /** The rows of one model. */
    public List<Row> of(String model) {
        return rows.stream().filter(row -> row.model().equals(model)).toList();
    }

    /**
     * A candidate and how many folds chose it.
     *
     * @param candidate counted from 1, in the order of the study file
     * @param settings what it sets, in words
     */
    public record MostChosen(int candidate, String settings, int folds, int of) {}

    /** The candidate of a model that most folds chose, the first in the list of equals; empty where none was chosen. */
    public Optional<MostChosen> mostChosen(String model) {
        Map<Integer, List<Row>> byCandidate = of(model).stream()
                .filter(Row::chosen)
                .collect(Collectors.groupingBy(Row::candidate, TreeMap::new, Collectors.toList()));
        int folds = byCandidate.values().stream().mapToInt(List::size).sum();
        return byCandidate.values().stream()
                .reduce((first, next) -> next.size() > first.size() ? next : first)
                .map(rows -> new MostChosen(rows.get(0).candidate(), rows.get(0).settings(), rows.size(), folds));
    }

    /** The metric that candidates were compared by; empty for an empty table. */
    public Optional<Metric> metric() {
        return rows.stream()
                .flatMap(row -> List.of(Metric.values()).stream()
                        .filter(metric -> metric.key().equals(row.metric())))
                .findFirst();
    }

    public void write(Path csv) {
        CsvFile.write(csv, COLUMNS, rows.stream().map(Row::cells).toList());
    }

    /** Index of the chosen row, in a table of one model and fold. */
    public int chosen() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).chosen()) {
                return i;
            }
        }
        throw new IllegalStateException("a selection without a chosen candidate");
    }
}

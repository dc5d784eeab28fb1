package org.facies.report.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.metric.Metric;
import org.facies.table.CsvTable;

/** What was tried inside the folds, from {@code choice.csv}; empty where nothing was tuned. */
public record Choices(List<Row> rows) {

    /**
     * A candidate in a fold.
     *
     * @param settings what it sets, in words
     * @param metric the key of the figure that candidates were compared by
     * @param score over held-out training subjects, NaN where undefined
     */
    public record Row(
            String model,
            int fold,
            int candidate,
            String settings,
            String metric,
            long subjects,
            double score,
            double standardError,
            boolean chosen) {}

    public Choices {
        rows = List.copyOf(rows);
    }

    static Choices read(Path csv) {
        CsvTable table = CsvTable.read(csv)
                .require(
                        "model",
                        "fold",
                        "candidate",
                        "settings",
                        "metric",
                        "subjects",
                        "score",
                        "standard_error",
                        "chosen");
        return new Choices(table.rows().stream()
                .map(row -> new Row(
                        row.get("model"),
                        (int) CsvNumbers.whole(table, row, "fold"),
                        (int) CsvNumbers.whole(table, row, "candidate"),
                        row.get("settings"),
                        row.get("metric"),
                        CsvNumbers.whole(table, row, "subjects"),
                        CsvNumbers.decimal(table, row, "score"),
                        CsvNumbers.decimal(table, row, "standard_error"),
                        row.get("chosen").equals("true")))
                .toList());
    }

    public List<Row> of(String model) {
        return rows.stream().filter(row -> row.model().equals(model)).toList();
    }

    /** The figure that candidates were compared by. */
    public Optional<Metric> metric() {
        return rows.stream()
                .flatMap(row -> List.of(Metric.values()).stream()
                        .filter(metric -> metric.key().equals(row.metric())))
                .findFirst();
    }
}

package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.facies.cohort.SyntheticMark;
import org.facies.report.text.SimulatedMark;
import org.facies.report.text.Stamp;

/**
 * The numbers behind a drawing, as a table.
 *
 * @param rows texts, as long as the columns
 */
public record FigureData(List<String> columns, List<List<String>> rows) {

    static final FigureData NONE = new FigureData(List.of(), List.of());

    public FigureData {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The same, where faces are synthetic with a last column that says so in every row: no reader of CSV stumbles over
     * it, and it stays with the rows when a part of them is copied. Without columns there is nothing to add to.
     */
    public FigureData with(Stamp stamp) {
        return stamp.isSynthetic() ? with(SyntheticMark.COLUMN, SyntheticMark.YES) : this;
    }

    /** The same with a last column that says in every row that readers are simulated. */
    public FigureData withSimulatedReaders() {
        return with(SimulatedMark.COLUMN, SimulatedMark.YES);
    }

    private FigureData with(String column, String value) {
        return columns.isEmpty()
                ? this
                : new FigureData(
                        added(columns, column),
                        rows.stream().map(row -> added(row, value)).toList());
    }

    private static List<String> added(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    static Table of(String... columns) {
        return new Table(List.of(columns), new ArrayList<>());
    }

    /** A table while it grows. */
    record Table(List<String> columns, List<List<String>> rows) {

        /** Numbers are written with all their digits, NaN as an empty cell. */
        Table row(Object... cells) {
            List<String> texts = new ArrayList<>();
            for (Object cell : cells) {
                texts.add(cell instanceof Double number && !Double.isFinite(number) ? "" : String.valueOf(cell));
            }
            rows.add(texts);
            return this;
        }

        FigureData done() {
            return new FigureData(columns, rows);
        }
    }
}

package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.facies.cohort.SyntheticMark;
import org.facies.report.text.SimulatedMark;
import org.facies.report.text.Stamp;

/**
 * The numbers behind a drawing, as a table.
 *
 * @param rows of texts, with one cell for each column
 */
public record FigureData(List<String> columns, List<List<String>> rows) {

    static final FigureData NONE = new FigureData(List.of(), List.of());

    public FigureData {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The same table with a last column that marks synthetic faces in every row. Every CSV reader accepts such a
     * column, and the mark stays with rows that are copied. A table without columns is unchanged.
     */
    public FigureData with(Stamp stamp) {
        return stamp.isSynthetic() ? with(SyntheticMark.COLUMN, SyntheticMark.YES) : this;
    }

    /** The same table with a last column that marks simulated readers in every row. */
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

    /** A table to which rows can be added. */
    record Table(List<String> columns, List<List<String>> rows) {

        /** Adds a row. Numbers keep all their digits; NaN becomes an empty cell. */
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

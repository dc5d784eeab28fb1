package org.facies.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a {@link CsvTable}. */
public final class CsvRow {
    private final long number;
    private final Map<String, Integer> places;
    private final List<String> cells;

    /**
     * A row.
     *
     * @param places the index of each column, in column order; shared by all rows of the table
     * @param cells at least as many as there are places
     */
    CsvRow(long number, Map<String, Integer> places, List<String> cells) {
        this.number = number;
        this.places = places;
        this.cells = cells;
    }

    /** The line on which the row begins, counted from 1 and including the header. */
    public long number() {
        return number;
    }

    /** The cell of a column, without surrounding spaces. The column must exist. */
    public String get(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells.get(place);
    }

    /** The cell of a column, or a default if the table lacks the column. */
    public String getOrDefault(String column, String otherwise) {
        Integer place = places.get(column);
        return place == null ? otherwise : cells.get(place);
    }

    /** Cell by column name, in column order. */
    public Map<String, String> cells() {
        Map<String, String> byColumn = new LinkedHashMap<>();
        places.forEach((column, place) -> byColumn.put(column, cells.get(place)));
        return Collections.unmodifiableMap(byColumn);
    }
}

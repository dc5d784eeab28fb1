package org.facies.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a {@link CsvTable}.
 *
 * @param number the line on which the row begins, counted from 1, the header's line included
 * @param cells cell by column name, in column order, without surrounding spaces
 */
public record CsvRow(long number, Map<String, String> cells) {

    public CsvRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The cell of a column that the table has. */
    public String get(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }
}

package org.facies.report.run;

import org.facies.input.BadInput;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** Numbers in cells of the run directory's tables. */
final class CsvNumbers {
    private static final String REMEDY = "Run the study again; the file was changed after it was written.";

    private CsvNumbers() {}

    static long whole(CsvTable table, CsvRow row, String column) {
        try {
            return Long.parseLong(row.get(column));
        } catch (NumberFormatException notANumber) {
            throw bad(table, row, column, "is not a whole number");
        }
    }

    /** A decimal number; {@code NaN} and {@code Infinity} are allowed. */
    static double decimal(CsvTable table, CsvRow row, String column) {
        try {
            return Double.parseDouble(row.get(column));
        } catch (NumberFormatException notANumber) {
            throw bad(table, row, column, "is not a number");
        }
    }

    private static BadInput bad(CsvTable table, CsvRow row, String column, String what) {
        return new BadInput(table.where(row, column), row.get(column), what, REMEDY);
    }
}

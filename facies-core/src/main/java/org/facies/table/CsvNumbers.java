package org.facies.table;

import org.facies.input.BadInput;

/** Numbers in the cells of tables that a run wrote. */
public final class CsvNumbers {
    private static final String REMEDY = "Run the study again; the file was changed after it was written.";

    private CsvNumbers() {}

    /**
     * A whole number.
     *
     * @throws BadInput naming the cell if it is not a whole number
     */
    public static int whole(CsvTable table, CsvRow row, String column) {
        try {
            return Integer.parseInt(row.get(column));
        } catch (NumberFormatException notANumber) {
            throw bad(table, row, column, "is not a whole number");
        }
    }

    /**
     * A decimal number; {@code NaN} and {@code Infinity} are allowed.
     *
     * @throws BadInput naming the cell if it is not a number
     */
    public static double decimal(CsvTable table, CsvRow row, String column) {
        try {
            return Double.parseDouble(row.get(column));
        } catch (NumberFormatException notANumber) {
            throw bad(table, row, column, "is not a number");
        }
    }

    /**
     * A truth value.
     *
     * @throws BadInput naming the cell if it is neither {@code true} nor {@code false}
     */
    public static boolean truth(CsvTable table, CsvRow row, String column) {
        return switch (row.get(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(table, row, column, "is neither true nor false");
        };
    }

    private static BadInput bad(CsvTable table, CsvRow row, String column, String what) {
        return new BadInput(table.where(row, column), row.get(column), what, REMEDY);
    }
}

package org.facies.cohort;

import org.facies.input.Likeness;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * Checks the yes/no columns of a manifest, or of another table with a row for each photo or subject. Every finding is a
 * warning, and a cell with another text counts as unknown.
 */
final class YesNoChecks {
    private final CsvTable table;
    private final ManifestFindings findings;

    YesNoChecks(CsvTable table, ManifestFindings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check() {
        for (String column : YesNoColumn.ALL) {
            if (table.columns().contains(column)) {
                table.rows().stream()
                        .filter(row -> !row.get(column).isEmpty() && !YesNoColumn.VALUES.contains(row.get(column)))
                        .forEach(row -> warn(row, column));
            } else {
                table.columns().stream()
                        .filter(other -> Likeness.key(other).equals(Likeness.key(column)))
                        .forEach(other -> unread(other, column));
            }
        }
    }

    private void warn(CsvRow row, String column) {
        findings.warning(
                row,
                Finding.warning(
                        WarningKind.YES_NO_CELL,
                        table.where(row, column),
                        row.get(column),
                        "is neither yes nor no, and counts as unknown",
                        remedy(row.get(column))));
    }

    private static String remedy(String cell) {
        return YesNoColumn.VALUES.stream()
                .filter(value -> Likeness.key(value).equals(Likeness.key(cell)))
                .findFirst()
                .map(value -> "Write " + value + ".")
                .orElse("Write yes or no; leave the cell empty if it is unknown.");
    }

    private void unread(String other, String column) {
        findings.cohort(Finding.warning(
                WarningKind.YES_NO_COLUMN,
                table.source() + " row 1",
                other,
                "resembles " + column + " but is not read as that column",
                "Name it " + column + "."));
    }
}

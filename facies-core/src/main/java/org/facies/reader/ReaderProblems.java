package org.facies.reader;

import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** Collects the problems of a {@code readers.csv} in the order in which they are found. */
final class ReaderProblems {
    private final CsvTable table;
    private final List<Problem> found = new ArrayList<>();

    ReaderProblems(CsvTable table) {
        this.table = table;
    }

    void ofFile(String value, String what, String remedy) {
        found.add(new Problem(table.source(), value, what, remedy));
    }

    void ofHeader(String column, String what, String remedy) {
        found.add(new Problem(table.source() + " row 1", column, what, remedy));
    }

    /** @param column may be missing in the table */
    void of(CsvRow row, String column, String what, String remedy) {
        found.add(new Problem(table.where(row, column), row.getOrDefault(column, ""), what, remedy));
    }

    int count() {
        return found.size();
    }

    /** @throws BadInput with all problems, if there are any */
    void requireNone() {
        if (!found.isEmpty()) {
            throw new BadInput(found);
        }
    }
}

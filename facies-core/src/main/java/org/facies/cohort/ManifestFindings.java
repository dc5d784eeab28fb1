package org.facies.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.facies.input.Problem;
import org.facies.table.CsvRow;

/** Collects findings in this order: the file's format, then the rows, then the whole cohort. */
final class ManifestFindings {
    private final List<Finding> ofForm = new ArrayList<>();
    private final List<OfRow> ofRows = new ArrayList<>();
    private final List<Finding> ofCohort = new ArrayList<>();

    private record OfRow(long number, Finding finding) {}

    void form(Problem problem) {
        ofForm.add(new Finding(Finding.Level.ERROR, "", problem));
    }

    void error(CsvRow row, String where, String value, String what, String remedy) {
        ofRows.add(new OfRow(row.number(), Finding.error(where, value, what, remedy)));
    }

    void warning(CsvRow row, Finding warning) {
        ofRows.add(new OfRow(row.number(), warning));
    }

    void cohort(Finding finding) {
        ofCohort.add(finding);
    }

    List<Finding> inOrder() {
        Stream<Finding> rows =
                ofRows.stream().sorted(Comparator.comparingLong(OfRow::number)).map(OfRow::finding);
        return Stream.of(ofForm.stream(), rows, ofCohort.stream())
                .flatMap(part -> part)
                .toList();
    }
}

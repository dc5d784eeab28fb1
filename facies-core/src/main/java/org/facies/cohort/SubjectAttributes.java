package org.facies.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * The attributes of each subject, read without access to any photo. This serves predictions that were made at another
 * place.
 *
 * @param source the file that was read
 * @param bySubject the non-empty columns, by subject; the first value counts if a subject has several rows
 * @param warnings about the file; none if it is a manifest, which has its own check
 */
public record SubjectAttributes(String source, Map<String, Map<String, String>> bySubject, CohortWarnings warnings) {

    public SubjectAttributes {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        bySubject.forEach(
                (subject, values) -> copy.put(subject, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        bySubject = Collections.unmodifiableMap(copy);
    }

    /** The attributes of a cohort's subjects. */
    public static SubjectAttributes of(Cohort cohort) {
        Map<String, Map<String, String>> bySubject = new LinkedHashMap<>();
        cohort.subjects().forEach(subject -> bySubject.put(subject.id(), subject.attributes()));
        return new SubjectAttributes(cohort.manifest().toString(), bySubject, CohortWarnings.NONE);
    }

    /**
     * Reads a CSV file with the column {@code subject} and any others, with one or several rows for each subject. A
     * manifest is such a file.
     *
     * @throws BadInput with everything that is wrong with its format
     */
    public static SubjectAttributes read(Path csv) {
        CsvTable table = CsvTable.read(csv).require(ManifestEntry.SUBJECT);
        Map<String, Map<String, String>> bySubject = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            String subject = row.get(ManifestEntry.SUBJECT);
            if (subject.isEmpty()) {
                problems.add(new Problem(
                        table.where(row, ManifestEntry.SUBJECT), "", "is empty", "Fill the cell, or remove the row."));
            } else {
                addValues(row, bySubject.computeIfAbsent(subject, none -> new LinkedHashMap<>()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        ManifestFindings doubts = new ManifestFindings();
        new AgeChecks(table, doubts).check();
        new YesNoChecks(table, doubts).check();
        return new SubjectAttributes(csv.toString(), bySubject, new CohortWarnings(csv, doubts.inOrder()));
    }

    private static void addValues(CsvRow row, Map<String, String> values) {
        row.cells().forEach((column, cell) -> {
            if (!cell.isEmpty() && !column.equals(ManifestEntry.PHOTO) && !column.equals(ManifestEntry.SUBJECT)) {
                values.putIfAbsent(column, cell);
            }
        });
    }

    /** The columns with a value for at least one subject, without the diagnosis. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        bySubject.values().forEach(values -> columns.addAll(values.keySet()));
        columns.remove(ManifestEntry.DIAGNOSIS);
        return columns;
    }

    /** The groups of a column with the ids of their subjects, in the order in which they are displayed. */
    public Map<String, List<String>> groups(String column) {
        return SubgroupOrder.of(
                bySubject.keySet(),
                subject -> CohortSummary.groupOf(bySubject.get(subject).getOrDefault(column, ""), column));
    }

    /**
     * Requires that every one of these subjects occurs here, and with the same diagnosis if one is stated here.
     *
     * @param diagnosisBySubject the subjects with their diagnoses
     * @param what the origin of these subjects, for messages
     * @throws BadInput with every subject for which this does not hold
     */
    public void require(Map<String, String> diagnosisBySubject, String what) {
        List<Problem> problems = new ArrayList<>();
        diagnosisBySubject.forEach((subject, diagnosis) -> {
            Map<String, String> known = bySubject.get(subject);
            String where = what + ", subject " + subject;
            if (known == null) {
                problems.add(new Problem(
                        where, "", "is not in " + source, "Use the same name in both, or add a row for the subject."));
            } else if (!known.getOrDefault(ManifestEntry.DIAGNOSIS, diagnosis).equals(diagnosis)) {
                String other = known.get(ManifestEntry.DIAGNOSIS);
                problems.add(new Problem(
                        where,
                        diagnosis,
                        "is not the diagnosis " + other + " in " + source,
                        "Correct one of the two."));
            }
        });
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}

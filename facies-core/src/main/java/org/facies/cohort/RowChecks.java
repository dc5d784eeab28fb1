package org.facies.cohort;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.input.Likeness;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** Checks each manifest row alone and against the rows before it. */
final class RowChecks {
    /** Attributes that cannot change, so that two different values for one subject are a mistake. */
    private static final List<String> CONSTANT = List.of("sex", "ancestry", YesNoColumn.PULMONARY_STENOSIS);

    private final CsvTable table;
    private final ManifestRules rules;
    private final ManifestFindings findings;
    private final Map<Path, ManifestEntry> byFile = new HashMap<>();
    private final Map<String, ManifestEntry> byBytes = new HashMap<>();
    private final Map<String, ManifestEntry> bySubject = new HashMap<>();
    private final Map<String, ManifestEntry> byLowerCaseSubject = new HashMap<>();

    RowChecks(CsvTable table, ManifestRules rules, ManifestFindings findings) {
        this.table = table;
        this.rules = rules;
        this.findings = findings;
    }

    void check(List<ManifestEntry> entries) {
        for (ManifestEntry entry : entries) {
            checkCells(entry);
            checkBytes(entry);
            if (!entry.subject().isEmpty()) {
                checkSubject(entry);
            }
        }
    }

    private void checkCells(ManifestEntry entry) {
        for (String column : List.of(ManifestEntry.PHOTO, ManifestEntry.SUBJECT, ManifestEntry.DIAGNOSIS)) {
            if (entry.row().get(column).isEmpty()) {
                error(entry, column, "is empty", "Fill the cell, or remove the row.");
            }
        }
        Set<String> allowed = rules.allowedClasses();
        if (!allowed.isEmpty() && !entry.diagnosis().isEmpty() && !allowed.contains(entry.diagnosis())) {
            String remedy =
                    Likeness.remedy(entry.diagnosis(), allowed.stream().sorted().toList());
            error(entry, ManifestEntry.DIAGNOSIS, "is not a known class", remedy);
        }
    }

    private void checkBytes(ManifestEntry entry) {
        Optional<ManifestEntry> listed =
                entry.file().flatMap(file -> Optional.ofNullable(byFile.putIfAbsent(file, entry)));
        if (listed.isPresent()) {
            reportRepeatedRow(entry, listed.get());
        } else {
            entry.sha256()
                    .flatMap(hash -> Optional.ofNullable(byBytes.putIfAbsent(hash, entry)))
                    .ifPresent(original -> reportCopy(entry, original));
        }
    }

    private void reportRepeatedRow(ManifestEntry entry, ManifestEntry listed) {
        String what = "is listed twice, first in row " + listed.number() + subjectOf(listed, entry);
        error(entry, ManifestEntry.PHOTO, what, "Keep one of the two rows.");
    }

    private void reportCopy(ManifestEntry entry, ManifestEntry original) {
        String what = "has the same bytes as \"" + original.photo() + "\" in row " + original.number();
        if (original.subject().equals(entry.subject())) {
            warning(
                    WarningKind.COPY,
                    entry,
                    ManifestEntry.PHOTO,
                    what,
                    "Remove one of the two rows; a copy adds no information.");
        } else {
            error(
                    entry,
                    ManifestEntry.PHOTO,
                    what + subjectOf(original, entry),
                    "Check which subject the photo belongs to.");
        }
    }

    private static String subjectOf(ManifestEntry earlier, ManifestEntry entry) {
        return earlier.subject().equals(entry.subject()) ? "" : " of subject " + earlier.subject();
    }

    private void checkSubject(ManifestEntry entry) {
        ManifestEntry alike = byLowerCaseSubject.putIfAbsent(entry.subject().toLowerCase(Locale.ROOT), entry);
        ManifestEntry first = bySubject.putIfAbsent(entry.subject(), entry);
        if (first == null && alike != null) {
            String what = "differs only in case from subject " + alike.subject() + " in row " + alike.number();
            warning(
                    WarningKind.SUBJECT_SPELLING,
                    entry,
                    ManifestEntry.SUBJECT,
                    what,
                    "If they are the same child, use one spelling.");
        }
        if (first == null) {
            return;
        }
        if (!entry.diagnosis().isEmpty()
                && !first.diagnosis().isEmpty()
                && !first.diagnosis().equals(entry.diagnosis())) {
            error(entry, ManifestEntry.DIAGNOSIS, contradiction(first, first.diagnosis()), "Give one diagnosis.");
        }
        for (String column : CONSTANT) {
            String before = first.attributes().getOrDefault(column, "");
            String now = entry.attributes().getOrDefault(column, "");
            if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
                String remedy = "The first value is used; correct the wrong one.";
                warning(WarningKind.CONTRADICTION, entry, column, contradiction(first, before), remedy);
            }
        }
    }

    private static String contradiction(ManifestEntry first, String value) {
        return "contradicts \"" + value + "\" of subject " + first.subject() + " in row " + first.number();
    }

    private void error(ManifestEntry entry, String column, String what, String remedy) {
        findings.error(
                entry.row(), table.where(entry.row(), column), entry.row().get(column), what, remedy);
    }

    private void warning(WarningKind kind, ManifestEntry entry, String column, String what, String remedy) {
        CsvRow row = entry.row();
        findings.warning(row, Finding.warning(kind, table.where(row, column), row.get(column), what, remedy));
    }
}

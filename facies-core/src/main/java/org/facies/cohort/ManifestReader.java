package org.facies.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.PhotoInspector.Inspection;
import org.facies.cohort.PhotoLocator.Found;
import org.facies.cohort.PhotoLocator.Refused;
import org.facies.file.FileRefusal;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * Reads {@code manifest.csv}. The required columns are {@code photo} (path relative to the manifest), {@code subject}
 * and {@code diagnosis}. Every other column becomes an attribute of the subject. All defects are reported together.
 */
public final class ManifestReader {
    /** The required columns. */
    public static final List<String> REQUIRED =
            List.of(ManifestEntry.PHOTO, ManifestEntry.SUBJECT, ManifestEntry.DIAGNOSIS);

    private final Path manifest;
    private final ManifestRules rules;
    private final CsvTable table;
    private final ManifestFindings findings = new ManifestFindings();

    private ManifestReader(Path manifest, ManifestRules rules) {
        this.manifest = manifest;
        this.rules = rules;
        this.table = CsvTable.read(manifest);
    }

    public static CohortCheck read(Path manifest, ManifestRules rules) {
        return new ManifestReader(manifest, rules).check();
    }

    private CohortCheck check() {
        table.problems().forEach(findings::form);
        if (table.columns().isEmpty() || !table.missing(REQUIRED).isEmpty()) {
            table.missing(table.columns().isEmpty() ? List.of() : REQUIRED).forEach(findings::form);
            return new CohortCheck(Optional.empty(), findings.inOrder());
        }
        List<ManifestEntry> entries = inspected(located());
        new AgeChecks(table, findings).check();
        new YesNoChecks(table, findings).check();
        new RowChecks(table, rules, findings).check(entries);
        new ClassChecks(table.source(), rules, findings).check(entries);
        List<Finding> found = findings.inOrder();
        return new CohortCheck(
                found.stream().anyMatch(Finding::isError) ? Optional.empty() : Optional.of(cohort(entries)), found);
    }

    private List<ManifestEntry> located() {
        PhotoLocator locator = locator();
        List<ManifestEntry> entries = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            Optional<Path> file = Optional.empty();
            String photo = row.get(ManifestEntry.PHOTO);
            if (!photo.isEmpty()) {
                PhotoLocator.Location location = locator.locate(photo);
                if (location instanceof Found found) {
                    file = Optional.of(found.file());
                } else if (location instanceof Refused refused) {
                    findings.error(row, table.where(row, ManifestEntry.PHOTO), photo, refused.what(), refused.remedy());
                }
            }
            entries.add(new ManifestEntry(row, file, Optional.empty()));
        }
        return entries;
    }

    private PhotoLocator locator() {
        try {
            return new PhotoLocator(manifest.toAbsolutePath().getParent());
        } catch (IOException vanished) {
            throw FileRefusal.reading(manifest, vanished);
        }
    }

    private List<ManifestEntry> inspected(List<ManifestEntry> entries) {
        List<Path> files = entries.stream()
                .flatMap(entry -> entry.file().stream())
                .distinct()
                .toList();
        List<Inspection> inspections = new PhotoInspector(rules.probe(), rules.threads()).inspect(files);
        Map<Path, Inspection> byFile = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            byFile.put(files.get(i), inspections.get(i));
        }
        return entries.stream().map(entry -> inspected(entry, byFile)).toList();
    }

    private ManifestEntry inspected(ManifestEntry entry, Map<Path, Inspection> byFile) {
        Optional<Inspection> inspection = entry.file().map(byFile::get);
        inspection
                .flatMap(Inspection::refusal)
                .ifPresent(reason -> findings.error(
                        entry.row(),
                        table.where(entry.row(), ManifestEntry.PHOTO),
                        entry.photo(),
                        reason,
                        "Replace the photo, or remove the row."));
        return new ManifestEntry(entry.row(), entry.file(), inspection.flatMap(Inspection::sha256));
    }

    private Cohort cohort(List<ManifestEntry> entries) {
        Map<String, List<ManifestEntry>> bySubject = new LinkedHashMap<>();
        entries.forEach(entry -> bySubject
                .computeIfAbsent(entry.subject(), id -> new ArrayList<>())
                .add(entry));
        List<String> classes = entries.stream()
                .map(ManifestEntry::diagnosis)
                .distinct()
                .sorted()
                .toList();
        return new Cohort(
                manifest,
                classes,
                bySubject.values().stream().map(ManifestReader::subject).toList());
    }

    private static Subject subject(List<ManifestEntry> entries) {
        List<Photo> photos = entries.stream()
                .map(entry -> new Photo(
                        entry.photo(),
                        entry.file().orElseThrow(),
                        entry.sha256().orElseThrow()))
                .toList();
        Map<String, String> attributes = new LinkedHashMap<>();
        entries.forEach(entry -> entry.attributes().forEach(attributes::putIfAbsent));
        ManifestEntry first = entries.get(0);
        return new Subject(first.subject(), first.diagnosis(), photos, attributes);
    }
}

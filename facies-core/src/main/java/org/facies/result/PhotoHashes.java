package org.facies.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.run.RunDirectory;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code photos.csv}: which photos a run used, by their bytes. */
public record PhotoHashes(List<Row> rows) {
    private static final List<String> COLUMNS = List.of("photo", "subject", "sha256");

    /** A photo. */
    public record Row(String photo, String subject, String sha256) {}

    public PhotoHashes {
        rows = List.copyOf(rows);
    }

    /** Those of the photos of a cohort. */
    public static PhotoHashes of(Cohort cohort) {
        List<Row> rows = new ArrayList<>();
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                rows.add(new Row(photo.path(), subject.id(), photo.sha256()));
            }
        }
        return new PhotoHashes(rows);
    }

    /** Writes the file. */
    public void write(Path csv) {
        CsvFile.write(
                csv,
                COLUMNS,
                rows.stream()
                        .map(row -> List.of(row.photo(), row.subject(), row.sha256()))
                        .toList());
    }

    /** Those of a run; empty for a run of an earlier version, which did not keep them. */
    public static Optional<PhotoHashes> ofRun(RunDirectory run) {
        return Files.exists(run.photos()) ? Optional.of(read(run.photos())) : Optional.empty();
    }

    /** Reads a file that a run wrote. */
    public static PhotoHashes read(Path csv) {
        List<Row> rows = new ArrayList<>();
        for (CsvRow row :
                CsvTable.read(csv).require(COLUMNS.toArray(String[]::new)).rows()) {
            rows.add(new Row(row.get("photo"), row.get("subject"), row.get("sha256")));
        }
        return new PhotoHashes(rows);
    }

    /** The hashes alone. */
    public Set<String> sha256s() {
        return rows.stream().map(Row::sha256).collect(Collectors.toSet());
    }

    public Set<String> subjects() {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(row.subject()));
        return ids;
    }
}

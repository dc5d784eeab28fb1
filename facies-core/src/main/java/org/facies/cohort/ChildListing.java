package org.facies.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * Children without a known diagnosis, as listed in a CSV file. The column {@code photo} holds paths relative to the
 * file, inside its folder. The columns {@code subject} and {@code age_months} are optional; without {@code subject}
 * each photo is a child of its own. Other columns are ignored.
 *
 * @param children in the order in which the file first names them
 * @param warnings sentences about ages
 */
public record ChildListing(List<Child> children, List<String> warnings) {

    public ChildListing {
        children = List.copyOf(children);
        warnings = List.copyOf(warnings);
    }

    /**
     * A child.
     *
     * @param photos at least one
     * @param ageMonths mean of the ages stated in its rows; empty if no row states one
     */
    public record Child(String id, List<ListedPhoto> photos, OptionalDouble ageMonths) {
        public Child {
            photos = List.copyOf(photos);
        }
    }

    /**
     * A photo.
     *
     * @param path as written in the file
     * @param file its expected place; it may be absent
     */
    public record ListedPhoto(String path, Path file) {}

    private record Row(ListedPhoto photo, OptionalDouble ageMonths) {}

    /**
     * Reads a list. An absent photo is not an error here; it is reported when the photos are read.
     *
     * @throws BadInput with everything that is wrong with the list
     */
    public static ChildListing read(Path csv) {
        CsvTable table = CsvTable.read(csv);
        List<Problem> problems = new ArrayList<>(table.problems());
        if (problems.isEmpty()) {
            problems.addAll(table.missing(List.of(ManifestEntry.PHOTO)));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Map<String, List<Row>> children = rows(csv, table, problems);
        if (problems.isEmpty() && children.isEmpty()) {
            problems.add(new Problem(csv.toString(), "", "lists no photos", "Add a row for each photo."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        ManifestFindings findings = new ManifestFindings();
        new AgeChecks(table, findings).check();
        return new ChildListing(
                children.entrySet().stream()
                        .map(child -> new Child(
                                child.getKey(),
                                child.getValue().stream().map(Row::photo).toList(),
                                child.getValue().stream()
                                        .flatMapToDouble(row -> row.ageMonths().stream())
                                        .average()))
                        .toList(),
                findings.inOrder().stream()
                        .map(finding -> finding.problem().sentence())
                        .toList());
    }

    private static Map<String, List<Row>> rows(Path csv, CsvTable table, List<Problem> problems) {
        boolean isBySubject = table.columns().contains(ManifestEntry.SUBJECT);
        Map<String, List<Row>> children = new LinkedHashMap<>();
        Path folder = csv.toAbsolutePath().getParent();
        try {
            PhotoLocator locator = new PhotoLocator(folder);
            for (CsvRow row : table.rows()) {
                String path = row.get(ManifestEntry.PHOTO);
                String child = isBySubject ? row.get(ManifestEntry.SUBJECT) : path;
                List<Row> known = children.computeIfAbsent(child, id -> new ArrayList<>());
                Optional<Problem> problem = problem(table, row, child, known);
                problem.ifPresent(problems::add);
                if (problem.isEmpty()) {
                    known.add(new Row(
                            new ListedPhoto(path, file(locator, folder, table, row, problems)),
                            AgeCell.months(row.getOrDefault(AgeColumn.MONTHS, ""))));
                }
            }
        } catch (IOException vanished) {
            throw FileRefusal.reading(csv, vanished);
        }
        return children;
    }

    private static Optional<Problem> problem(CsvTable table, CsvRow row, String child, List<Row> known) {
        String path = row.get(ManifestEntry.PHOTO);
        if (path.isEmpty() || child.isEmpty()) {
            String column = path.isEmpty() ? ManifestEntry.PHOTO : ManifestEntry.SUBJECT;
            return Optional.of(
                    new Problem(table.where(row, column), "", "is empty", "Fill the cell, or remove the row."));
        }
        return known.stream().anyMatch(other -> other.photo().path().equals(path))
                ? Optional.of(new Problem(
                        table.where(row, ManifestEntry.PHOTO),
                        path,
                        "is listed twice for the same child",
                        "Remove one of the rows."))
                : Optional.empty();
    }

    private static Path file(PhotoLocator locator, Path folder, CsvTable table, CsvRow row, List<Problem> problems) {
        String path = row.get(ManifestEntry.PHOTO);
        PhotoLocator.Location location = locator.locate(path);
        if (location instanceof PhotoLocator.Found found) {
            return found.file();
        }
        PhotoLocator.Refused refused = (PhotoLocator.Refused) location;
        if (refused.what().equals(PhotoLocator.ABSENT)) {
            return folder.resolve(path);
        }
        problems.add(new Problem(table.where(row, ManifestEntry.PHOTO), path, refused.what(), refused.remedy()));
        return folder;
    }
}

package org.facies.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * The person on each photo, as stated by a folder or a manifest, before any photo is read.
 *
 * @param root folder that the paths are relative to
 * @param photos in the order of the folder's names, or of the manifest's rows
 * @param problems everything that is wrong with names and rows
 */
record IdentityListing(Path root, List<Named> photos, List<Problem> problems) {
    private static final String ONE_FOLDER_EACH = "Put the photos of each person into one folder named after them.";

    /**
     * A photo as listed.
     *
     * @param where its place, for messages
     * @param identity the person on the photo
     * @param path relative to the root
     */
    record Named(String where, String identity, String path) {}

    static IdentityListing of(Path source) {
        return Files.isDirectory(source) ? ofFolder(source) : ofManifest(source);
    }

    private static IdentityListing ofManifest(Path manifest) {
        CsvTable table = CsvTable.read(manifest);
        List<String> columns = List.of(ManifestEntry.PHOTO, ManifestEntry.SUBJECT);
        List<Problem> problems = new ArrayList<>(table.problems());
        if (!table.columns().isEmpty()) {
            problems.addAll(table.missing(columns));
        }
        if (!table.columns().containsAll(columns)) {
            throw new BadInput(problems);
        }
        List<Named> photos = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            for (String column : columns) {
                if (row.get(column).isEmpty()) {
                    problems.add(
                            new Problem(table.where(row, column), "", "is empty", "Fill the cell, or remove the row."));
                }
            }
            if (columns.stream().noneMatch(column -> row.get(column).isEmpty())) {
                photos.add(new Named(
                        table.where(row, ManifestEntry.PHOTO),
                        row.get(ManifestEntry.SUBJECT),
                        row.get(ManifestEntry.PHOTO)));
            }
        }
        return new IdentityListing(manifest.toAbsolutePath().getParent(), photos, problems);
    }

    private static IdentityListing ofFolder(Path folder) {
        List<Named> photos = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path person : entries(folder)) {
            if (Files.isDirectory(person, LinkOption.NOFOLLOW_LINKS)) {
                photosOf(person, photos, problems);
            } else {
                String what = Files.isSymbolicLink(person) ? "is a link" : "is not inside the folder of an identity";
                problems.add(new Problem(person.toString(), "", what, ONE_FOLDER_EACH));
            }
        }
        return new IdentityListing(folder, photos, problems);
    }

    private static void photosOf(Path person, List<Named> photos, List<Problem> problems) {
        String identity = person.getFileName().toString();
        for (Path photo : entries(person)) {
            if (Files.isRegularFile(photo, LinkOption.NOFOLLOW_LINKS)) {
                photos.add(new Named(photo.toString(), identity, identity + "/" + photo.getFileName()));
            } else {
                String what = Files.isSymbolicLink(photo) ? "is a link, not a photo" : "is a folder, not a photo";
                problems.add(new Problem(photo.toString(), "", what, ONE_FOLDER_EACH));
            }
        }
    }

    /** The entries in the order of their names, without hidden ones (names that begin with a dot). */
    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadInput(
                    folder.toString(),
                    "",
                    "cannot be read (" + FileRefusal.reason(unreadable) + ")",
                    "Check its permissions.");
        }
    }
}

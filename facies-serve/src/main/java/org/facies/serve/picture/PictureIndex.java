package org.facies.serve.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.facies.file.Sha256;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * {@code pictures.csv}: which picture was made from which photo. A study with this file keeps showing these pictures,
 * even if the networks that find faces change later.
 */
final class PictureIndex {
    private static final String FILE = "pictures.csv";
    private static final List<String> COLUMNS = List.of("photo_sha256", "view", "picture", "picture_sha256");

    private final Path folder;
    private final String view;
    private final List<CsvRow> rows;

    private PictureIndex(Path folder, String view, List<CsvRow> rows) {
        this.folder = folder;
        this.view = view;
        this.rows = rows;
    }

    /**
     * The index of a folder; empty before the pictures are finished.
     *
     * @param view the view of the photos, as one word
     */
    static PictureIndex read(Path folder, String view) {
        Path csv = folder.resolve(FILE);
        return new PictureIndex(
                folder,
                view,
                Files.exists(csv)
                        ? CsvTable.read(csv)
                                .require(COLUMNS.toArray(String[]::new))
                                .rows()
                        : List.of());
    }

    /** Whether a file still has the recorded bytes; true if none are recorded. */
    boolean isAsMade(String picture, String sha256) {
        return rows.stream()
                .filter(row -> row.get("picture").equals(picture))
                .allMatch(row -> row.get("picture_sha256").equals(sha256));
    }

    /** The pictures, if all exist and are unchanged. */
    Optional<List<PreparedPicture>> sound(List<FacePicture.Wanted> wanted) {
        List<PreparedPicture> pictures = new ArrayList<>();
        for (FacePicture.Wanted one : wanted) {
            Predicate<CsvRow> isOfPhoto =
                    row -> row.get("photo_sha256").equals(one.photo().sha256())
                            && row.get("view").equals(view);
            rows.stream()
                    .filter(isOfPhoto)
                    .map(row -> new PreparedPicture(
                            one.caseNumber(), one.photoNumber(), row.get("picture"), row.get("picture_sha256")))
                    .filter(this::isAsMade)
                    .findFirst()
                    .ifPresent(pictures::add);
        }
        return pictures.size() == wanted.size() ? Optional.of(List.copyOf(pictures)) : Optional.empty();
    }

    private boolean isAsMade(PreparedPicture picture) {
        Path file = folder.resolve(picture.file());
        return Files.isRegularFile(file) && Sha256.ofReadable(file).equals(picture.sha256());
    }

    /** Writes the file in the order of the pictures' names, which reveals nothing about the children. */
    void write(List<FacePicture.Wanted> wanted, List<PreparedPicture> pictures) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            PreparedPicture picture = pictures.get(i);
            lines.add(List.of(wanted.get(i).photo().sha256(), view, picture.file(), picture.sha256()));
        }
        CsvFile.write(
                folder.resolve(FILE),
                COLUMNS,
                lines.stream()
                        .distinct()
                        .sorted((a, b) -> a.get(2).compareTo(b.get(2)))
                        .toList());
    }
}

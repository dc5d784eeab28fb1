package org.facies.embed;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * Reads a CSV file of photo pairs: columns {@code photo_a}, {@code photo_b} (paths relative to the file, inside its
 * folder) and {@code same} (1 or 0).
 */
public final class PairsFile {

    private final CsvTable table;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    private PairsFile(CsvTable table, Path folder) {
        this.table = table;
        this.folder = folder;
        problems.addAll(table.problems());
    }

    /**
     * Reads the pairs.
     *
     * @return at least ten pairs, with both kinds
     * @throws BadInput with everything that is wrong with the file
     */
    public static List<PhotoPair> read(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        CsvTable table = CsvTable.read(file);
        List<Problem> missing = table.missing(List.of("photo_a", "photo_b", "same"));
        if (!missing.isEmpty()) {
            throw new BadInput(table.problems().isEmpty() ? missing : table.problems());
        }
        return new PairsFile(table, folder).pairs();
    }

    private List<PhotoPair> pairs() {
        List<PhotoPair> pairs = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            Optional<Path> a = photo(row, "photo_a");
            Optional<Path> b = photo(row, "photo_b");
            Optional<Boolean> same = same(row);
            if (a.isPresent() && b.isPresent() && same.isPresent()) {
                pairs.add(new PhotoPair(a.get(), b.get(), same.get()));
            }
        }
        if (problems.isEmpty()) {
            requireEnough(pairs);
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return pairs;
    }

    private void requireEnough(List<PhotoPair> pairs) {
        long same = pairs.stream().filter(PhotoPair::same).count();
        if (pairs.size() < Verification.FOLDS || same == 0 || same == pairs.size()) {
            problems.add(new Problem(
                    table.source(),
                    "",
                    "has " + same + " pairs of the same person and " + (pairs.size() - same) + " of two people",
                    "Give at least " + Verification.FOLDS + " pairs, with both kinds."));
        }
    }

    private Optional<Path> photo(CsvRow row, String column) {
        String cell = row.get(column);
        try {
            Path photo = folder.resolve(cell).normalize();
            if (cell.isEmpty() || Path.of(cell).isAbsolute() || !photo.startsWith(folder)) {
                return problem(row, column, "is not a path inside the folder of this file", "Give a relative path.");
            }
            if (!Files.isRegularFile(photo)) {
                return problem(row, column, "does not exist", "Add the photo, or remove the row.");
            }
            return Optional.of(photo);
        } catch (InvalidPathException odd) {
            return problem(row, column, "is not a path", "Give a relative path.");
        }
    }

    private Optional<Boolean> same(CsvRow row) {
        return switch (row.get("same")) {
            case "1" -> Optional.of(true);
            case "0" -> Optional.of(false);
            default -> problem(row, "same", "is neither 1 nor 0", "Write 1 for the same person and 0 for two people.");
        };
    }

    private <T> Optional<T> problem(CsvRow row, String column, String what, String remedy) {
        problems.add(new Problem(table.where(row, column), row.get(column), what, remedy));
        return Optional.empty();
    }
}

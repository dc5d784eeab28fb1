package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.cohort.ManifestReader;
import org.facies.file.PathText;
import org.facies.input.Problem;
import org.facies.table.CsvTable;

/**
 * The manifest that a user names on the command line for a new study file or reader study file.
 *
 * @param given path as the user wrote it
 * @param file place of the manifest
 */
public record NamedManifest(Path given, Path file) {
    private static final String GIVE = "Give the path of the CSV file that lists the photos.";
    private static final String USUAL_NAME = "manifest.csv";

    /**
     * Finds the manifest.
     *
     * @param given absolute, or relative to the current folder; if there is no such file, to the folder of the new file
     */
    public static NamedManifest of(Path given, Path study) {
        Path beside = study.toAbsolutePath().resolveSibling(given);
        Path file = Files.exists(given) || !Files.exists(beside) ? given.toAbsolutePath() : beside;
        return new NamedManifest(given, file.normalize());
    }

    /** Reasons why it is not a manifest; rows and photos are not checked. */
    public List<Problem> problems() {
        if (!Files.exists(file)) {
            String folder = given.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
            return List.of(problem("does not exist" + folder, GIVE));
        }
        if (Files.isDirectory(file)) {
            boolean usual = Files.isRegularFile(file.resolve(USUAL_NAME));
            return List.of(problem(
                    "is a folder, not a manifest",
                    usual ? "Give the manifest in it, " + given.resolve(USUAL_NAME) + "." : GIVE));
        }
        return Files.isRegularFile(file) ? problemsOfHeader() : List.of(problem("is not a file", GIVE));
    }

    private List<Problem> problemsOfHeader() {
        CsvTable table = CsvTable.read(file);
        if (table.columns().isEmpty() && table.problems().size() == 1) {
            return table.problems();
        }
        List<Problem> missing = table.missing(ManifestReader.REQUIRED);
        return missing.size() < ManifestReader.REQUIRED.size()
                ? missing
                : List.of(problem(
                        "is not a manifest: its first row does not name the columns "
                                + String.join(", ", ManifestReader.REQUIRED) + ", separated by commas",
                        GIVE));
    }

    /** The path that a study file has. */
    public String from(Path study) {
        return PathText.seenFrom(study, given, file);
    }

    private Problem problem(String what, String remedy) {
        return new Problem("--cohort", given.toString(), what, remedy);
    }
}

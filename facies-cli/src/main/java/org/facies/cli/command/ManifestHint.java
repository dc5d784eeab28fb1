package org.facies.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A hint after writing a file that names a manifest. */
public final class ManifestHint {
    private ManifestHint() {}

    /**
     * A sentence asking for the path of the manifest; empty if the path was given, or the manifest is where the file
     * looks for it.
     *
     * @param file that was written
     * @param cohort the manifest as given; empty for {@code manifest.csv} next to the file
     */
    public static Optional<String> of(Path file, Optional<Path> cohort) {
        return cohort.isPresent() || Files.exists(file.toAbsolutePath().resolveSibling("manifest.csv"))
                ? Optional.empty()
                : Optional.of(
                        "There is no manifest.csv next to it. Write the path of your manifest after \"cohort:\".");
    }
}

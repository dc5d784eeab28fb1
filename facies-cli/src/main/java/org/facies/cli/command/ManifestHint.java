package org.facies.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is said after a file was written that names a manifest. */
public final class ManifestHint {
    private ManifestHint() {}

    /**
     * That the manifest is still to be named; empty where it was given, or lies where the file looks for it.
     *
     * @param file that was written
     * @param cohort the manifest as given; empty for {@code manifest.csv} next to the file
     */
    public static Optional<String> of(Path file, Optional<Path> cohort) {
        return cohort.isPresent() || Files.exists(file.toAbsolutePath().resolveSibling("manifest.csv"))
                ? Optional.empty()
                : Optional.of(
                        "There is no manifest.csv next to it: write the path of your manifest after \"cohort:\".");
    }
}

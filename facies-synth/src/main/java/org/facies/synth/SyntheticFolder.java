package org.facies.synth;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.run.RunDirectory;

/** The places of the files of one synthetic cohort. */
public record SyntheticFolder(Path root) {

    /** The manifest, which is written last: the cohort is complete if it exists. */
    public Path manifest() {
        return root.resolve("manifest.csv");
    }

    /** The true trait values of every child. */
    public Path parameters() {
        return root.resolve("parameters.csv");
    }

    /** The table of near-duplicates, if that trap is set: each copy with its original. */
    public Path nearDuplicates() {
        return root.resolve("near-duplicates.csv");
    }

    public Path card() {
        return root.resolve("README.md");
    }

    /** The recorded settings of the cohort. */
    public Path recipe() {
        return root.resolve("recipe.yaml");
    }

    Path photos() {
        return root.resolve("photos");
    }

    Path profile(String diagnosis) {
        return root.resolve("profiles").resolve(diagnosis + ".yaml");
    }

    /** @throws BadInput if the folder holds something other than a synthetic cohort */
    void refuseForeignFiles() {
        if (!Files.exists(root) || Files.exists(recipe())) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!entry.equals(new RunDirectory(root).lock())) {
                    throw new BadInput(
                            root.toString(),
                            entry.getFileName().toString(),
                            "already exists and was not made by this command",
                            "Choose a new folder with --out.");
                }
            }
        } catch (IOException unreadable) {
            throw new BadInput(root.toString(), "", "is not a folder that can be read", "Choose another with --out.");
        }
    }

    /** Removes temporary files that a killed process left. */
    void removeLeftovers() throws IOException {
        if (!Files.isDirectory(photos())) {
            return;
        }
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(photos(), ".facies-*.part")) {
            entries.forEach(leftovers::add);
        }
        for (Path leftover : leftovers) {
            Files.delete(leftover);
        }
    }
}

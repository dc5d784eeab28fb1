package org.facies.synth;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.run.RunDirectory;

/** Where the files of one synthetic cohort lie. */
public record SyntheticFolder(Path root) {

    /** The cohort is finished when this is there. */
    public Path manifest() {
        return root.resolve("manifest.csv");
    }

    /** The true trait values of every child. */
    public Path parameters() {
        return root.resolve("parameters.csv");
    }

    /** Which photo is a copy of which, where that trap is set. */
    public Path nearDuplicates() {
        return root.resolve("near-duplicates.csv");
    }

    public Path card() {
        return root.resolve("README.md");
    }

    /** What the cohort was begun with. */
    public Path recipe() {
        return root.resolve("recipe.yaml");
    }

    Path photos() {
        return root.resolve("photos");
    }

    Path profile(String diagnosis) {
        return root.resolve("profiles").resolve(diagnosis + ".yaml");
    }

    /** @throws BadInput if the folder holds something that is no synthetic cohort */
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
                            "lies there, and was not made by this command",
                            "Name a new folder with --out.");
                }
            }
        } catch (IOException unreadable) {
            throw new BadInput(root.toString(), "", "is not a folder that can be read", "Name another with --out.");
        }
    }

    /** Removes what a killed process left half-written. */
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

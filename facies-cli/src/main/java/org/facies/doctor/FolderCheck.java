package org.facies.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.file.FileRefusal;
import org.facies.file.OutputPlace;

/** Checks the folder of models and crops: where it is, whether it can be written, and how much space is free. */
record FolderCheck(Path home) implements Check {

    private static final String TOPIC = "Model folder";
    private static final double LITTLE_ROOM_GB = 2;

    @Override
    public List<Finding> findings() {
        Optional<String> obstacle = OutputPlace.obstacleToFolder(home);
        if (obstacle.isPresent()) {
            return List.of(Finding.problem(
                    TOPIC,
                    home + " cannot be written: it " + obstacle.get(),
                    "Set FACIES_HOME to a folder where you may write."));
        }
        double freeGb = freeGb();
        String text = String.format(Locale.ROOT, "%s, %.1f GB free", home, freeGb);
        return List.of(
                freeGb < LITTLE_ROOM_GB
                        ? Finding.note(
                                TOPIC,
                                text,
                                "Models and crops need 2 GB. Free some space, or set FACIES_HOME"
                                        + " to another folder.")
                        : Finding.ok(TOPIC, text));
    }

    /** Free space of the disk on which the folder is or will be. */
    private double freeGb() {
        try {
            Path there = OutputPlace.existing(home).orElseThrow();
            return Files.getFileStore(there).getUsableSpace() / 1e9;
        } catch (IOException failure) {
            throw FileRefusal.reading(home, failure);
        }
    }
}

package org.facies.file;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.input.BadInput;

/** The folder in which Java, and libraries that bring native code, keep temporary files. */
public final class TemporaryFolder {
    private static final Path PLACE = Path.of(System.getProperty("java.io.tmpdir"));

    private TemporaryFolder() {}

    public static Path place() {
        return PLACE;
    }

    /**
     * Checks that something can be written there.
     *
     * @throws BadInput if not
     */
    public static void require() {
        if (!Files.isDirectory(PLACE) || !Files.isWritable(PLACE)) {
            throw new BadInput(
                    "temporary folder",
                    PLACE.toString(),
                    Files.isDirectory(PLACE) ? "is a folder that you may not write to" : "is not a folder",
                    "Name another with FACIES_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.");
        }
    }
}

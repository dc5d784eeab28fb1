package org.facies.file;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.input.BadInput;

/** The folder for temporary files of Java and of libraries with native code. */
public final class TemporaryFolder {
    private static final Path PLACE = Path.of(System.getProperty("java.io.tmpdir"));

    private TemporaryFolder() {}

    public static Path place() {
        return PLACE;
    }

    /**
     * Checks that files can be written there.
     *
     * @throws BadInput if not
     */
    public static void require() {
        if (!Files.isDirectory(PLACE) || !Files.isWritable(PLACE)) {
            throw new BadInput(
                    "temporary folder",
                    PLACE.toString(),
                    Files.isDirectory(PLACE) ? "is a folder without write permission" : "is not a folder",
                    "Choose another with FACIES_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.");
        }
    }
}

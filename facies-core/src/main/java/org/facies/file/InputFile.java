package org.facies.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.facies.input.BadInput;

/** Checks that a file of the user can be read, before other work begins. */
public final class InputFile {

    private InputFile() {}

    /**
     * Checks that there is a file to read.
     *
     * @throws BadInput if not
     */
    public static void require(Path file) {
        obstacle(file).ifPresent(what -> {
            throw new BadInput(file.toString(), "", what, "Give the path of a file that exists and that you may read.");
        });
    }

    private static Optional<String> obstacle(Path file) {
        Optional<String> absence = absence(file, "file");
        return absence.isEmpty() && !Files.isReadable(file)
                ? Optional.of("cannot be read (permission denied)")
                : absence;
    }

    /**
     * The reason why there is no file here; empty if there is one, readable or not.
     *
     * @param kind what the file should be, for example {@code "CSV file"}
     */
    public static Optional<String> absence(Path file, String kind) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.isRegularFile()
                    ? Optional.empty()
                    : Optional.of((found.isDirectory() ? "is a folder, not a " : "is not a ") + kind);
        } catch (NoSuchFileException absent) {
            return Optional.of("does not exist");
        } catch (IOException refusal) {
            return Optional.of("cannot be read (" + FileRefusal.reason(refusal) + ")");
        }
    }
}

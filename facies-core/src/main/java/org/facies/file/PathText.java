package org.facies.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.facies.input.BadInput;

/** Paths as the user writes them in files and environment variables. */
public final class PathText {

    private PathText() {}

    /**
     * The path that a text stands for.
     *
     * @param where the place of the text, for messages
     * @throws BadInput if the text is not a valid path on this system
     */
    public static Path read(String where, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException odd) {
            throw new BadInput(where, text, "is not a path (" + odd.getReason() + ")", remedy());
        }
    }

    /**
     * A place as it is written in a file: relative to the file's folder, so that both can be moved together. A place
     * that the user gave as an absolute path stays absolute.
     *
     * @param file the file that contains the path
     * @param given the place as the user wrote it
     * @param place the absolute place
     */
    public static String seenFrom(Path file, Path given, Path place) {
        if (given.isAbsolute()) {
            return given.toString();
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path relative = folder.relativize(place);
        return leadsThere(folder, relative, place)
                ? relative.toString().replace(File.separatorChar, '/')
                : place.toString();
    }

    /** Whether the relative path leads to the place. It may not, for example, where the folder is a symbolic link. */
    private static boolean leadsThere(Path folder, Path relative, Path place) {
        try {
            return !Files.exists(folder) || Files.isSameFile(folder.resolve(relative), place);
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    /** The remedy for a text that is not a valid path. */
    public static String remedy() {
        return "Correct the path; if it only contains letters such as ü, set LC_ALL to a UTF-8 locale, such as"
                + " C.UTF-8.";
    }
}

package org.facies.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.facies.input.BadInput;

/** Paths as the user writes them: in files and variables. */
public final class PathText {

    private PathText() {}

    /**
     * The path that a text names.
     *
     * @param where the text stands, as messages name it
     * @throws BadInput if no file of this system can be called so
     */
    public static Path read(String where, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException odd) {
            throw new BadInput(where, text, "is not a path (" + odd.getReason() + ")", remedy());
        }
    }

    /**
     * How a file names a place: relative to its own folder, so that both can be moved together; absolute if it was
     * given so.
     *
     * @param file that names the place
     * @param given the place as the user named it
     * @param place where it lies, absolute
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

    /** Not behind a folder that is a symbolic link, for example. */
    private static boolean leadsThere(Path folder, Path relative, Path place) {
        try {
            return !Files.exists(folder) || Files.isSameFile(folder.resolve(relative), place);
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    /** What to do about a text that is no path. */
    public static String remedy() {
        return "Correct it; if it only has letters such as ü, set LC_ALL to a UTF-8 locale, such as C.UTF-8.";
    }
}

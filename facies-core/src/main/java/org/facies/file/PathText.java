package org.facies.file;

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

    /** What to do about a text that is no path. */
    public static String remedy() {
        return "Correct it; if it only has letters such as ü, set LC_ALL to a UTF-8 locale, such as C.UTF-8.";
    }
}

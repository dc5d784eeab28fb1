package org.facies.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facies.input.BadInput;

/**
 * Turns an error of the file system at a place that the user named into bad input, with the system's reason. If the
 * program cannot read its own files, such as its resources, that is a bug and does not belong here.
 */
public final class FileRefusal {
    private static final String CHECK =
            "Check that it exists, that you have permission to read it, and that its disk works.";

    private FileRefusal() {}

    /** The error for a file or folder that cannot be read. */
    public static BadInput reading(Path place, IOException refusal) {
        return reading(place, refusal, CHECK);
    }

    /**
     * The error for a file or folder that cannot be read.
     *
     * @param remedy as in {@link org.facies.input.Problem}
     */
    public static BadInput reading(Path place, IOException refusal, String remedy) {
        return refused(place, "cannot be read (" + reason(refusal) + ")", remedy, refusal);
    }

    /** The error for a file or folder that cannot be written, made, moved or deleted. */
    public static BadInput writing(Path place, IOException refusal) {
        return writing(place, refusal, "Choose a place with free space where you have permission to write.");
    }

    /**
     * The error for a file or folder that cannot be written, made, moved or deleted.
     *
     * @param remedy as in {@link org.facies.input.Problem}
     */
    public static BadInput writing(Path place, IOException refusal, String remedy) {
        return refused(place, "cannot be written (" + reason(refusal) + ")", remedy, refusal);
    }

    private static BadInput refused(Path place, String what, String remedy, IOException refusal) {
        BadInput problem = new BadInput(place.toString(), "", what, remedy);
        // An interruption is reported by its cause.
        problem.initCause(refusal);
        return problem;
    }

    /** The reason, in a few words for brackets. */
    public static String reason(IOException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (refusal instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (refusal instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (refusal instanceof FileAlreadyExistsException) {
            return "a file or link with this name already exists";
        }
        if (refusal instanceof DirectoryNotEmptyException) {
            return "a folder with this name already exists";
        }
        if (refusal instanceof FileSystemLoopException) {
            return "its links form a loop";
        }
        if (refusal instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return Stream.ofNullable(refusal.getMessage())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("the system gives no reason");
    }
}

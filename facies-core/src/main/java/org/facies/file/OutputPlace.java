package org.facies.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.facies.input.Problem;

/**
 * Checks before long work that results can be written to a place, as far as this is possible without writing. Other
 * failures, such as a full disk, are found when the file is written.
 */
public final class OutputPlace {

    private OutputPlace() {}

    /** A problem if something exists at this place; empty otherwise. */
    public static Optional<Problem> taken(Path file) {
        return Files.exists(file)
                ? Optional.of(new Problem(
                        file.toString(), "", "already exists", "Choose another name, or remove the existing file."))
                : Optional.empty();
    }

    /** The reason why no folder can be made and filled here; empty if there is none. */
    public static Optional<String> obstacleToFolder(Path folder) {
        try {
            Optional<Path> there = existing(folder);
            return there.isEmpty() ? Optional.of("is on a disk that does not exist") : obstacle(folder, there.get());
        } catch (IOException refusal) {
            return Optional.of("cannot be used (" + FileRefusal.reason(refusal) + ")");
        }
    }

    private static Optional<String> obstacle(Path folder, Path there) {
        if (!Files.isDirectory(there)) {
            return Optional.of(
                    there.equals(folder.toAbsolutePath())
                            ? "is a file, not a folder"
                            : "is below " + there + ", which is a file");
        }
        return Files.isWritable(there) ? Optional.empty() : Optional.of(notWritable(folder, there));
    }

    /**
     * The place itself, or its nearest existing parent; empty if its disk does not exist.
     *
     * @return an absolute path
     * @throws IOException if a name in the path cannot be read, or is a link to something that does not exist
     */
    public static Optional<Path> existing(Path place) throws IOException {
        Path there = place.toAbsolutePath();
        while (attributes(there).isEmpty()) {
            if (there.getParent() == null) {
                return Optional.empty();
            }
            there = there.getParent();
        }
        return Optional.of(there);
    }

    /** The reason why no file can be written here; empty if there is none. An existing file would be replaced. */
    public static Optional<String> obstacleToFile(Path file) {
        Path absolute = file.toAbsolutePath();
        if (absolute.getParent() == null || Files.isDirectory(absolute)) {
            return Optional.of("is a folder, not a file");
        }
        try {
            if (attributes(absolute).filter(BasicFileAttributes::isOther).isPresent()) {
                return Optional.of("is a device, not a file");
            }
        } catch (IOException refusal) {
            return Optional.of("cannot be used (" + FileRefusal.reason(refusal) + ")");
        }
        return obstacleToFolder(absolute.getParent()).map(obstacle -> "is in a folder that " + obstacle);
    }

    private static String notWritable(Path folder, Path there) {
        return there.equals(folder.toAbsolutePath())
                ? "is a folder without write permission"
                : "cannot be made, because you have no permission to write to " + there;
    }

    /** The attributes of a file or folder; empty if nothing has this name. A link to nothing is an error. */
    private static Optional<BasicFileAttributes> attributes(Path place) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class));
        } catch (NoSuchFileException absent) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("it is a link to something that does not exist", absent);
            }
            return Optional.empty();
        }
    }
}

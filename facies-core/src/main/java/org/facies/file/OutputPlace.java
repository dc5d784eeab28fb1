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
 * Whether results can be written to a place, as far as that can be known without writing: to be asked before long work.
 * What happens later, such as a full disk, shows when the file is written.
 */
public final class OutputPlace {

    private OutputPlace() {}

    /** The refusal of a place where there is something already; empty if there is nothing. */
    public static Optional<Problem> taken(Path file) {
        return Files.exists(file)
                ? Optional.of(
                        new Problem(file.toString(), "", "is there already", "Name another file, or remove that one."))
                : Optional.empty();
    }

    /** Why no folder can be made and filled here; empty if nothing is in the way. */
    public static Optional<String> obstacleToFolder(Path folder) {
        try {
            Optional<Path> there = existing(folder);
            return there.isEmpty() ? Optional.of("lies on a disk that is not there") : obstacle(folder, there.get());
        } catch (IOException refusal) {
            return Optional.of("cannot be used (" + FileRefusal.reason(refusal) + ")");
        }
    }

    private static Optional<String> obstacle(Path folder, Path there) {
        if (!Files.isDirectory(there)) {
            return Optional.of(
                    there.equals(folder.toAbsolutePath())
                            ? "is a file, not a folder"
                            : "lies below " + there + ", which is a file");
        }
        return Files.isWritable(there) ? Optional.empty() : Optional.of(notWritable(folder, there));
    }

    /**
     * The place itself, or else the nearest above it that is there; empty if its disk is not.
     *
     * @return an absolute path
     * @throws IOException if a name on the way cannot be looked at, or is a link to something that does not exist
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

    /** Why no file can be written here; empty if nothing is in the way. A file that is there would be replaced. */
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
                ? "is a folder that you may not write to"
                : "cannot be made, because you may not write to " + there;
    }

    /** Empty if nothing has this name; a link that leads nowhere is a refusal. */
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

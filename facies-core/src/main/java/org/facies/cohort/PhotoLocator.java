package org.facies.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.facies.file.FileRefusal;

/** Finds the file that a cell of a manifest names. It must lie inside the manifest's folder. */
final class PhotoLocator {
    /** The defect of a photo that is absent. */
    static final String ABSENT = "does not exist";

    private static final String INSIDE = "Give the path of a photo inside the manifest's folder.";

    private final Path folder;
    private final Path realFolder;

    /** The place of a photo, or the reason why there is none. */
    sealed interface Location {}

    /** The photo's file, with all symbolic links resolved. */
    record Found(Path file) implements Location {}

    record Refused(String what, String remedy) implements Location {}

    PhotoLocator(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.realFolder = folder.toRealPath();
    }

    Location locate(String cell) {
        try {
            return locate(Path.of(cell), cell);
        } catch (InvalidPathException invalid) {
            return new Refused("is not a valid path (" + invalid.getReason() + ")", INSIDE);
        } catch (IOException failure) {
            return new Refused(
                    "cannot be read (" + FileRefusal.reason(failure) + ")", "Check the file and its permissions.");
        }
    }

    private Location locate(Path path, String cell) throws IOException {
        if (path.isAbsolute()) {
            return new Refused("is an absolute path", INSIDE);
        }
        if (!folder.resolve(path).normalize().startsWith(folder)) {
            return new Refused("is outside the manifest's folder", INSIDE);
        }
        Optional<Path> existing = existing(cell);
        if (existing.isEmpty()) {
            return new Refused(ABSENT, "Add the photo, or remove the row.");
        }
        Path real = existing.get().toRealPath();
        if (!real.startsWith(realFolder)) {
            return new Refused("is a link that leads out of the manifest's folder", INSIDE);
        }
        if (Files.isDirectory(real)) {
            return new Refused("is a folder, not a photo", "Give the path of a photo inside it.");
        }
        if (!Files.isRegularFile(real)) {
            return new Refused("is not a regular file", "Give the path of a photo.");
        }
        return new Found(real);
    }

    /** The existing file, also where the manifest and the file's name encode an umlaut in different ways. */
    private Optional<Path> existing(String cell) {
        return List.of(
                        cell,
                        Normalizer.normalize(cell, Normalizer.Form.NFC),
                        Normalizer.normalize(cell, Normalizer.Form.NFD))
                .stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
    }
}

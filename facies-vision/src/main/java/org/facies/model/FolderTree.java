package org.facies.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;

/** A folder with its content. Links are removed, not followed. */
final class FolderTree {

    private FolderTree() {}

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw FileRefusal.writing(folder, failure);
        } catch (UncheckedIOException whileWalking) {
            throw FileRefusal.writing(folder, whileWalking.getCause());
        }
    }

    /**
     * The entries of a folder in the order of their names; none if there is no such folder.
     *
     * @throws org.facies.input.BadInput if it exists but cannot be read
     */
    static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (IOException failure) {
            throw FileRefusal.reading(folder, failure, ModelFolder.ANOTHER);
        }
    }
}

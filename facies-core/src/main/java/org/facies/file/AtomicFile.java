package org.facies.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.facies.input.BadInput;

/**
 * Writes a file atomically: a reader finds the old content or the new content, never a part of it. The bytes go to a
 * temporary file in the same folder, are flushed to the disk, and are then renamed to the target in one step.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    public static void write(Path target, byte[] content) {
        write(target, out -> out.write(content));
    }

    /** Writes text as UTF-8. */
    public static void write(Path target, String text) {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes missing folders and writes the file. If {@code content} throws an exception, the target stays as it was.
     *
     * @throws BadInput if the place cannot be written, for example when the disk is full or the target is a device
     */
    public static void write(Path target, Content content) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new BadInput(target.toString(), "", "is not a file that can be written", "Give the path of a file.");
        }
        if (isDevice(absolute)) {
            throw new BadInput(
                    target.toString(), "", "is a device, not a file", "Choose another place for the results.");
        }
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve(".facies-" + UUID.randomUUID() + ".part");
            try {
                fill(temporary, content);
                rename(temporary, absolute);
                flushFolder(folder);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw FileRefusal.writing(target, failure);
        }
    }

    /** Whether the place is a device or a pipe. An administrator could replace it by a file, which must not happen. */
    private static boolean isDevice(Path place) {
        try {
            return Files.readAttributes(place, BasicFileAttributes.class).isOther();
        } catch (IOException absent) {
            return false;
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Flushes the folder so that the new name is durable. Possible only on POSIX systems; elsewhere nothing happens.
     */
    private static void flushFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

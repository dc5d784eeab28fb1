package org.facies.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/** A lock that lets only one pull at a time use a folder, within a process and between processes. */
final class FolderLock {

    private static final long RETRY_MILLIS = 50;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock. The system releases it if its holder dies. */
    static FolderLock on(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (attempt(channel).isEmpty()) {
                Thread.sleep(RETRY_MILLIS);
            }
            return new FolderLock(channel);
        } catch (IOException failure) {
            throw FileRefusal.writing(file, failure, ModelFolder.ANOTHER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BadInput(
                    file.toString(), "", "is locked, and waiting for it was interrupted", "Run the command again.");
        }
    }

    private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldInThisProcess) {
            return Optional.empty();
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

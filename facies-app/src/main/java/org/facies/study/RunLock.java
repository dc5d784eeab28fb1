package org.facies.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.facies.input.BadInput;

/** Keeps two processes from working on one run. The system releases it when the process ends, however it ends. */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    static RunLock take(RunDirectory run) {
        try {
            Files.createDirectories(run.root());
            FileChannel channel = FileChannel.open(run.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new BadInput(
                        run.root().toString(), "", "is being worked on by another process", "Wait for it, or end it.");
            }
            return new RunLock(channel);
        } catch (IOException unwritable) {
            throw new BadInput(
                    run.root().toString(), "", "is not a folder that can be written to", "Name another with --out.");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /** @throws IllegalStateException after {@link #close} */
    void requireHeld() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("the lock was given back");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

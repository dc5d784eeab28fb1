package org.facies.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.facies.input.BadInput;

/** Keeps two processes from working on one run. The system releases it when the process ends, however it ends. */
public final class RunLock {

    private RunLock() {}

    /**
     * A lock on a run, so that one process at a time works on it.
     *
     * @throws BadInput if another process has the lock, or if the folder cannot be written to
     */
    public static <T> T holding(RunDirectory run, Supplier<T> work) {
        try {
            Files.createDirectories(run.root());
            try (FileChannel channel =
                    FileChannel.open(run.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!locked(channel)) {
                    throw new BadInput(
                            run.root().toString(),
                            "",
                            "is being worked on by another process",
                            "Wait for it, or end it.");
                }
                return work.get();
            }
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
}

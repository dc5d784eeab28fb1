package org.facies.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facies.file.FileRefusal;
import org.facies.file.Sha256;

/** Hashes and checks photo files in parallel. */
final class PhotoInspector {
    private final PhotoProbe probe;
    private final int threads;

    /**
     * The result of inspecting a file.
     *
     * @param sha256 empty if the file has no bytes or cannot be read
     * @param refusal the reason why the file cannot be used; empty if it can
     */
    record Inspection(Optional<String> sha256, Optional<String> refusal) {}

    PhotoInspector(PhotoProbe probe, int threads) {
        this.probe = probe;
        this.threads = threads;
    }

    /** One inspection for each file, in the order of the files. */
    List<Inspection> inspect(List<Path> files) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Inspection>> pending =
                    files.stream().map(file -> pool.submit(() -> inspect(file))).toList();
            List<Inspection> done = new ArrayList<>();
            for (Future<Inspection> inspection : pending) {
                done.add(inspection.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("inspecting photos failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while inspecting photos");
        } finally {
            pool.shutdownNow();
        }
    }

    private Inspection inspect(Path file) {
        try {
            if (Files.size(file) == 0) {
                return new Inspection(Optional.empty(), Optional.of("is an empty file"));
            }
            return new Inspection(Optional.of(Sha256.of(file)), probe.refusal(file));
        } catch (IOException failure) {
            return new Inspection(
                    Optional.empty(), Optional.of("cannot be read (" + FileRefusal.reason(failure) + ")"));
        }
    }
}

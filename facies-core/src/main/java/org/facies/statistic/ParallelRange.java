package org.facies.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Splits the numbers from 0 to n into one range for each thread and joins what is computed of them, in order. */
public final class ParallelRange {

    private ParallelRange() {}

    /** What is computed of the numbers from one to before another. */
    @FunctionalInterface
    public interface Part<T> {
        List<T> between(int from, int to);
    }

    /**
     * Computes every part, the first of them also on a single thread.
     *
     * @param n how many numbers
     * @param threads at least 1
     * @return what the parts gave, in the order of the numbers
     */
    public static <T> List<T> map(int n, int threads, Part<T> part) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
        if (threads == 1) {
            return part.between(0, n);
        }
        List<Callable<List<T>>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int from = (int) ((long) n * thread / threads);
            int to = (int) ((long) n * (thread + 1) / threads);
            parts.add(() -> part.between(from, to));
        }
        return joined(parts);
    }

    private static <T> List<T> joined(List<Callable<List<T>>> parts) {
        ExecutorService pool = Executors.newFixedThreadPool(parts.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<List<T>> part : pool.invokeAll(parts)) {
                results.addAll(part.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException ofPart) {
                throw ofPart;
            }
            throw new IllegalStateException("a part could not be computed", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}

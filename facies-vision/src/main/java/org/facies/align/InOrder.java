package org.facies.align;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Applies a function to many items on several threads and passes the results on in the order of the items. At most a
 * few results for each thread wait at a time, so that memory does not grow with the number of items.
 */
public final class InOrder {

    private static final int AHEAD_PER_THREAD = 8;

    private InOrder() {}

    /**
     * Processes the items. If the work or the sink throws an exception, or the calling thread is interrupted, the rest
     * is cancelled and all threads end.
     */
    public static <T, R> void forEach(List<T> things, int threads, Function<T, R> work, Consumer<R> sink)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<R>> ahead = new ArrayDeque<>();
            for (T thing : things) {
                if (ahead.size() == AHEAD_PER_THREAD * threads) {
                    sink.accept(result(ahead.remove()));
                }
                ahead.add(workers.submit(() -> work.apply(thing)));
            }
            while (!ahead.isEmpty()) {
                sink.accept(result(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
            drain(workers);
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Waits for the threads. A thread in native code cannot be stopped; it ends after its current photo. */
    private static void drain(ExecutorService workers) throws InterruptedException {
        while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
            workers.shutdownNow();
        }
    }
}

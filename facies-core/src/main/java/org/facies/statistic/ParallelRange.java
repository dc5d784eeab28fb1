package org.facies.statistic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Splits the numbers from 0 to n into some ranges for each thread and joins what is computed of them, in order. A
 * thread that is held up, by the compiler or by another program, leaves its further ranges to the others.
 */
public final class ParallelRange {
    private static final int PARTS_OF_THREAD = 8;

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
        int count = Math.max(1, Math.min(n, threads * PARTS_OF_THREAD));
        List<Callable<List<T>>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) n * i / count);
            int to = (int) ((long) n * (i + 1) / count);
            parts.add(() -> part.between(from, to));
        }
        return joined(parts, threads);
    }

    /**
     * Computes something of each element.
     *
     * @param threads at least 1
     * @return in the order of the elements
     */
    public static <A, T> List<T> each(List<A> elements, int threads, Function<A, T> ofElement) {
        return map(
                elements.size(),
                threads,
                (from, to) -> elements.subList(from, to).stream().map(ofElement).toList());
    }

    /**
     * Computes something of each key.
     *
     * @param keys each once
     * @param threads at least 1
     * @return by key, in their order
     */
    public static <K, T> Map<K, T> byKey(List<K> keys, int threads, Function<K, T> ofKey) {
        List<T> values = each(keys, threads, ofKey);
        Map<K, T> byKey = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byKey.put(keys.get(i), values.get(i));
        }
        return byKey;
    }

    /**
     * Computes two values in parallel, so that one uses threads while the other is sequential.
     *
     * @param threads at least 1; a single one computes the first, then the second
     * @param join of both
     */
    public static <A, B, T> T both(int threads, Supplier<A> first, Supplier<B> second, BiFunction<A, B, T> join) {
        AtomicReference<A> one = new AtomicReference<>();
        AtomicReference<B> other = new AtomicReference<>();
        List<Runnable> work = List.of(() -> one.set(first.get()), () -> other.set(second.get()));
        each(work, threads, part -> {
            part.run();
            return part;
        });
        return join.apply(one.get(), other.get());
    }

    private static <T> List<T> joined(List<Callable<List<T>>> parts, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
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

package org.facies.train;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Prepares batches on other threads, a few steps ahead of their use. */
final class BatchLoader {

    /** Batches in preparation or waiting; enough to even out a slow one. */
    private static final int AHEAD = 3;

    private final BatchSource source;
    private final ExecutorService threads;

    BatchLoader(BatchSource source, ExecutorService threads) {
        this.source = source;
        this.threads = threads;
    }

    /** The batches of an epoch from a step on. */
    Batches epoch(int epoch, int[] order, BatchPlan plan, int firstStep) {
        return new Batches(epoch, order, plan, firstStep);
    }

    /** Batches in their order; each is taken once. */
    final class Batches {
        private final int epoch;
        private final int[] order;
        private final BatchPlan plan;
        private final Queue<Future<Batch>> waiting = new ArrayDeque<>();
        private int nextStep;

        private Batches(int epoch, int[] order, BatchPlan plan, int firstStep) {
            this.epoch = epoch;
            this.order = order;
            this.plan = plan;
            this.nextStep = firstStep;
        }

        Batch next() {
            while (waiting.size() < AHEAD && nextStep < plan.steps()) {
                int start = plan.start(nextStep);
                int[] crops = Arrays.copyOfRange(order, start, start + plan.size(nextStep));
                waiting.add(threads.submit(() -> source.batch(epoch, start, crops)));
                nextStep++;
            }
            return result(waiting.remove());
        }
    }

    private static Batch result(Future<Batch> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

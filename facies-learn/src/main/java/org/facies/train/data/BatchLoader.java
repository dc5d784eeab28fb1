package org.facies.train.data;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.facies.autograd.ComputeDevice;

/** Prepares batches on other threads, a few steps in advance, and stages them for the device. */
public final class BatchLoader {

    /** Number of batches in preparation or waiting, enough to compensate for a slow one. */
    private static final int AHEAD = 3;

    private final BatchSource source;
    private final ExecutorService threads;
    private final ComputeDevice device;

    public BatchLoader(BatchSource source, ExecutorService threads, ComputeDevice device) {
        this.source = source;
        this.threads = threads;
        this.device = device;
    }

    /** The batches of an epoch from a step on. */
    public Batches epoch(int epoch, int[] order, BatchPlan plan, int firstStep) {
        return new Batches(epoch, order, plan, firstStep);
    }

    /** Batches in their order; each is returned once. */
    public final class Batches {
        private final int epoch;
        private final int[] order;
        private final BatchPlan plan;
        private final Queue<Future<StagedBatch>> waiting = new ArrayDeque<>();
        private int nextStep;

        private Batches(int epoch, int[] order, BatchPlan plan, int firstStep) {
            this.epoch = epoch;
            this.order = order;
            this.plan = plan;
            this.nextStep = firstStep;
        }

        /** The next batch. The caller closes it. */
        public StagedBatch next() {
            while (waiting.size() < AHEAD && nextStep < plan.steps()) {
                int start = plan.start(nextStep);
                int[] crops = Arrays.copyOfRange(order, start, start + plan.size(nextStep));
                waiting.add(threads.submit(() -> StagedBatch.of(source.batch(epoch, start, crops), device)));
                nextStep++;
            }
            return result(waiting.remove());
        }
    }

    private static StagedBatch result(Future<StagedBatch> future) {
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

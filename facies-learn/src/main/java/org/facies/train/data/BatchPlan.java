package org.facies.train.data;

/**
 * The division of crops into steps: as few as the batch size allows, with sizes that differ by at most one.
 *
 * @param crops at least 1
 * @param steps at least 1
 */
public record BatchPlan(int crops, int steps) {

    public static BatchPlan of(int crops, int batchSize) {
        return new BatchPlan(crops, (crops + batchSize - 1) / batchSize);
    }

    public int start(int step) {
        return (int) ((long) crops * step / steps);
    }

    public int size(int step) {
        return start(step + 1) - start(step);
    }
}

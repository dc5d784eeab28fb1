package org.facies.study;

import java.time.Duration;

/**
 * How long training takes for one photo.
 *
 * @param wallSeconds as measured
 * @param processorSeconds of all threads together, as measured; NaN where the work is done elsewhere, on a GPU
 * @param threads that the training uses
 * @param otherProcessors that other programs kept busy meanwhile; NaN where the system does not tell
 */
record Pace(double wallSeconds, double processorSeconds, int threads, double otherProcessors) {
    /** A few steps are never measured better than this. */
    private static final double NOISE = 0.2;

    /** Other programs that take less than this share of the threads hardly slow the training down. */
    private static final double BUSY = 0.25;

    /** Whether other programs took processors that the training could have used. */
    boolean isOnBusyMachine() {
        return otherProcessors > BUSY * threads;
    }

    /**
     * The time for so many photos. With the machine to itself, a training needs no longer than measured; if others took
     * processors, it needs what all its threads computed, divided by the threads.
     */
    TimeRange of(double passes) {
        double least = isOnBusyMachine() && processorSeconds > 0
                ? Math.min(wallSeconds, processorSeconds / threads)
                : wallSeconds;
        return new TimeRange(time(least * (1 - NOISE) * passes), time(wallSeconds * (1 + NOISE) * passes));
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}

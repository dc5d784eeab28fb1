package org.facies.study;

import java.time.Duration;

/**
 * The time of training for one photo.
 *
 * @param wallSeconds as measured
 * @param processorSeconds of all threads together, as measured; NaN if the work is done on a graphics card
 * @param threads that the training uses
 * @param otherProcessors that other programs used meanwhile; NaN if the system does not report it
 */
record Pace(double wallSeconds, double processorSeconds, int threads, double otherProcessors) {
    /** Relative error of a measurement over a few steps. */
    private static final double NOISE = 0.2;

    /** Other programs that use less than this share of the threads slow the training very little. */
    private static final double BUSY = 0.25;

    /** Whether other programs took processors that the training could have used. */
    boolean isOnBusyMachine() {
        return otherProcessors > BUSY * threads;
    }

    /**
     * The time for a number of photos. Without other programs, a training takes no longer than measured. If others used
     * processors, the shortest time is the processor time of all threads divided by their number.
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

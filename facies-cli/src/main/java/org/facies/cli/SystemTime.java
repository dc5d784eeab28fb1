package org.facies.cli;

import java.time.Clock;

/** The time of this machine. Everything else is given a clock. */
final class SystemTime {
    static final Clock CLOCK = Clock.systemUTC();

    private SystemTime() {}

    /** Nanoseconds since some moment, for measuring speed. */
    static long nanos() {
        return System.nanoTime();
    }
}

package org.facies.cli.command;

import java.time.Clock;

/** The time of this machine. Everything else is given a clock. */
public final class SystemTime {
    public static final Clock CLOCK = Clock.systemUTC();

    private SystemTime() {}

    /** Nanoseconds since some moment, for measuring speed. */
    public static long nanos() {
        return System.nanoTime();
    }
}

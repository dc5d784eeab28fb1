package org.facies.cli.command;

import java.time.Clock;

/** The time of this machine; all other code takes a clock as a parameter. */
public final class SystemTime {
    public static final Clock CLOCK = Clock.systemUTC();

    private SystemTime() {}

    /** Nanoseconds since an arbitrary moment, for measuring speed. */
    public static long nanos() {
        return System.nanoTime();
    }
}

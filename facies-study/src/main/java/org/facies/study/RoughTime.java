package org.facies.study;

import java.time.Duration;
import java.util.Locale;

/** Formats estimated times with the precision of an estimate. */
public final class RoughTime {
    private static final int MINUTES_PER_HOUR = 60;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final int LONG_MINUTES = 10 * MINUTES_PER_HOUR;

    private RoughTime() {}

    /** {@code 1 min}, {@code 12 min}, {@code 2 h 30 min}, {@code 31 h}. */
    public static String words(Duration time) {
        long minutes = Math.max(1, (time.toSeconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE);
        if (minutes < MINUTES_PER_HOUR) {
            return minutes + " min";
        }
        if (minutes < LONG_MINUTES) {
            return String.format(
                    Locale.ROOT, "%d h %02d" + " min", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
        }
        return (minutes + MINUTES_PER_HOUR / 2) / MINUTES_PER_HOUR + " h";
    }
}

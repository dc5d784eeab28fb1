package org.facies.study;

import java.time.Duration;

/**
 * A range of expected times.
 *
 * @param shortest without other programs on the machine
 * @param longest with the load of other programs during the measurement
 */
public record TimeRange(Duration shortest, Duration longest) {

    public TimeRange {
        if (shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException(shortest + " is more than " + longest);
        }
    }

    TimeRange plus(TimeRange other) {
        return new TimeRange(shortest.plus(other.shortest), longest.plus(other.longest));
    }

    /** Whether the two times are the same to the precision of {@link RoughTime}. */
    boolean isOneTime() {
        return RoughTime.words(shortest).equals(RoughTime.words(longest));
    }

    /** {@code about 3 min}, or {@code 20 min to 35 min} if the two differ. */
    public String words() {
        String high = RoughTime.words(longest);
        return isOneTime() ? "about " + high : RoughTime.words(shortest) + " to " + high;
    }
}

package org.facies.result;

import java.util.Locale;
import org.facies.statistic.Interval;

/**
 * A value with its 95 % interval.
 *
 * @param value the value itself
 * @param low lower end of the interval
 * @param high upper end
 */
public record Measured(double value, double low, double high) {

    /** A value with an interval. */
    public Measured(double value, Interval interval) {
        this(value, interval.low(), interval.high());
    }

    /** {@code 0.71 (0.68 to 0.74)}. */
    public String text() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high);
    }

    /** In percentage points with a sign, {@code +2.1 (+0.4 to +3.9)}. */
    public String points() {
        return String.format(Locale.ROOT, "%+.1f (%+.1f to %+.1f)", 100 * value, 100 * low, 100 * high);
    }
}

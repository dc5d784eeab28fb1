package org.facies.report.text;

import java.util.Locale;
import org.facies.statistic.Interval;

/** Differences between proportions or scores in percentage points: {@code +2.1}. */
public final class Points {
    private Points() {}

    /** The difference with its sign and one decimal, or a dash. */
    public static String of(double difference) {
        if (!Double.isFinite(difference)) {
            return Numbers.UNDEFINED;
        }
        String text = String.format(Locale.ROOT, "%+.1f", 100 * difference);
        return text.equals("-0.0") || text.equals("+0.0") ? "0.0" : text.replace('-', '\u2212');
    }

    /** {@code +0.4 to +3.9}; empty without an interval. */
    public static String interval(Interval interval) {
        return Double.isFinite(interval.low()) ? of(interval.low()) + " to " + of(interval.high()) : "";
    }

    /** A margin, without a sign: {@code 5}, {@code 2.5}. */
    public static String margin(double margin) {
        return Numbers.axis(100 * margin);
    }
}

package org.facies.cli.table;

import java.util.Locale;
import org.facies.metric.Estimate;
import org.facies.statistic.Interval;

/** Formats numbers for the cells of tables; an undefined value is a dash. */
final class Cells {
    static final String UNDEFINED = "–";

    private Cells() {}

    /** With three decimals. */
    static String score(double value) {
        return number("%.3f", value);
    }

    /** In the given format. */
    static String number(String format, double value) {
        return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, format, value);
    }

    /** A value with its interval in parentheses, if it has one. */
    static String withInterval(Estimate estimate) {
        return withInterval(estimate.value(), estimate.interval());
    }

    /** A value with an interval in parentheses, unless the interval is undefined. */
    static String withInterval(double value, Interval interval) {
        return interval.equals(Interval.UNDEFINED)
                ? score(value)
                : score(value) + " (" + score(interval.low()) + "–" + score(interval.high()) + ")";
    }

    /** A p value. */
    static String p(double p) {
        return p < 0.0001 ? "<0.0001" : number("%.4f", p);
    }

    /** Joins tables and texts, with a blank line between them. */
    static String paragraphs(String... paragraphs) {
        return String.join(System.lineSeparator().repeat(2), paragraphs);
    }
}

package org.facies.cli.table;

import java.util.Locale;
import org.facies.metric.Estimate;
import org.facies.statistic.Interval;

/** Numbers as the cells of tables have them; what is undefined is a dash. */
final class Cells {
    static final String UNDEFINED = "–";

    private Cells() {}

    /** With three decimals. */
    static String score(double value) {
        return number("%.3f", value);
    }

    /** As the format has it. */
    static String number(String format, double value) {
        return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, format, value);
    }

    /** With its interval in brackets, if it has one. */
    static String withInterval(Estimate estimate) {
        return withInterval(estimate.value(), estimate.interval());
    }

    /** With an interval in brackets, if there is one. */
    static String withInterval(double value, Interval interval) {
        return interval.equals(Interval.UNDEFINED)
                ? score(value)
                : score(value) + " (" + score(interval.low()) + "–" + score(interval.high()) + ")";
    }

    /** A p value. */
    static String p(double p) {
        return p < 0.0001 ? "<0.0001" : number("%.4f", p);
    }

    /** Tables and texts below each other, with a blank line between. */
    static String paragraphs(String... paragraphs) {
        return String.join(System.lineSeparator().repeat(2), paragraphs);
    }
}

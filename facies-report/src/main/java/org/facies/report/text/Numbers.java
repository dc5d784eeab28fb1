package org.facies.report.text;

import java.util.Locale;

/** Numbers as text, the same in every locale. An undefined number is an en dash. */
public final class Numbers {
    /** Text of an undefined number. */
    public static final String UNDEFINED = "–";

    private Numbers() {}

    /** A proportion or score with three decimals: {@code 0.848}. */
    public static String score(double value) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%.3f", value)) : UNDEFINED;
    }

    /** A proportion in [0, 1] as {@code 84.8 %}, with a no-break space. */
    public static String percent(double share) {
        return Double.isFinite(share) ? minus(String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share)) : UNDEFINED;
    }

    /** A proportion in [0, 1] without decimals: {@code 85 %}. */
    public static String roundPercent(double share) {
        return Double.isFinite(share) ? minus(String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share)) : UNDEFINED;
    }

    /** The quotient with one decimal; a dash if the divisor is zero. */
    public static String ratio(long number, long of) {
        return of == 0 ? UNDEFINED : String.format(Locale.ROOT, "%.1f", (double) number / of);
    }

    /** A count with a comma between thousands: {@code 1,666}. */
    public static String count(long number) {
        return minus(String.format(Locale.ROOT, "%,d", number));
    }

    /** A p value with three decimals, or {@code < 0.001}. */
    public static String probability(double p) {
        if (!Double.isFinite(p)) {
            return UNDEFINED;
        }
        return p < 0.001 ? "<\u00a00.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** A p value with its relation: {@code = 0.031} or {@code < 0.001}. */
    public static String relation(double p) {
        return p < 0.001 ? probability(p) : "=\u00a0" + probability(p);
    }

    /** A test statistic with two decimals. */
    public static String statistic(double value) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%.2f", value)) : UNDEFINED;
    }

    /** The shortest decimal form with at most six places, for axes: {@code 0.25}, {@code 10}. */
    public static String axis(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return minus(text.replaceAll("0+$", "").replaceAll("\\.$", "").replaceAll("^-0$", "0"));
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}

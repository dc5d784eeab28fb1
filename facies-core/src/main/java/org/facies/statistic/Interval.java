package org.facies.statistic;

import java.util.Arrays;

/** A confidence interval; both ends are NaN where it is undefined. */
public record Interval(double low, double high) {

    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    /**
     * The central part of a sample: its quantiles at {@code (1 - level) / 2} and {@code (1 + level) / 2}, interpolated
     * linearly (type 7 of Hyndman and Fan 1996). Undefined for an empty sample.
     *
     * @param values without NaN, in any order
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval percentile(double[] values, double level) {
        if (values.length == 0) {
            return UNDEFINED;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2));
    }

    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

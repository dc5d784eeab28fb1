package org.facies.statistic;

import java.util.Arrays;

/** Sums of weighted values, written so that no addition waits for the previous one. */
public final class WeightedSum {

    private WeightedSum() {}

    /** Weights that count each of n once. */
    public static int[] once(int n) {
        int[] once = new int[n];
        Arrays.fill(once, 1);
        return once;
    }

    /**
     * The sum of weight times value.
     *
     * @param values double[n]
     * @param weights int[n]
     */
    public static double of(double[] values, int[] weights) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < values.length - 3; i += 4) {
            a += weights[i] * values[i];
            b += weights[i + 1] * values[i + 1];
            c += weights[i + 2] * values[i + 2];
            d += weights[i + 3] * values[i + 3];
        }
        for (; i < values.length; i++) {
            a += weights[i] * values[i];
        }
        return a + b + (c + d);
    }

    /**
     * The sum of weight times value over some places.
     *
     * @param values double[places]
     * @param weights int[n]
     * @param which int[places]: whose weight counts at each place
     * @param from first place
     * @param to behind the last place
     */
    public static double of(double[] values, int[] weights, int[] which, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a += weights[which[i]] * values[i];
            b += weights[which[i + 1]] * values[i + 1];
            c += weights[which[i + 2]] * values[i + 2];
            d += weights[which[i + 3]] * values[i + 3];
        }
        for (; i < to; i++) {
            a += weights[which[i]] * values[i];
        }
        return a + b + (c + d);
    }

    /** The sum of weights, which must be below 2^31. */
    public static int of(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /**
     * The sum of weight times value.
     *
     * @param values int[n]; the sum of their sizes times the weights must be below 2^31
     * @param weights int[n]
     */
    public static int of(int[] values, int[] weights) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }
}

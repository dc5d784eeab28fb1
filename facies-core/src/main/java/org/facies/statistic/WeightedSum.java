package org.facies.statistic;

/** Sums of weighted values, written so that no addition waits for the one before. */
public final class WeightedSum {

    private WeightedSum() {}

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

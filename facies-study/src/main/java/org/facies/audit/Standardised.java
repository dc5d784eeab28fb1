package org.facies.audit;

import java.util.function.IntPredicate;

/** Features scaled to mean 0 and variance 1. */
final class Standardised {

    private Standardised() {}

    /**
     * A new table, shifted and scaled by the rows that count.
     *
     * @param rows double[n][d]
     * @param counts which rows give mean and variance
     * @return double[n][d]; a feature without variance is 0 throughout
     */
    static double[][] of(double[][] rows, IntPredicate counts) {
        int d = rows[0].length;
        double[][] result = new double[rows.length][d];
        for (int j = 0; j < d; j++) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int i = 0; i < rows.length; i++) {
                if (counts.test(i)) {
                    n++;
                    sum += rows[i][j];
                    squares += rows[i][j] * rows[i][j];
                }
            }
            double mean = sum / n;
            double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
            boolean varies = deviation > 1e-9 * Math.max(1, Math.abs(mean));
            for (int i = 0; i < rows.length; i++) {
                result[i][j] = varies ? (rows[i][j] - mean) / deviation : 0;
            }
        }
        return result;
    }
}

package org.facies.statistic;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Agreement beyond chance of two raters (Cohen 1960), with the large-sample standard error of Fleiss, Cohen and Everitt
 * 1969.
 *
 * @param value from -1 to 1; NaN for no case, and if both always give the same one answer
 * @param standardError NaN with the value
 */
public record CohenKappa(double value, double standardError) {

    /**
     * Counts agreement.
     *
     * @param first int[cases], categories numbered from 0
     * @param second int[cases], the same cases in the same order
     * @param categories how many there are
     */
    public static CohenKappa of(int[] first, int[] second, int categories) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " cases");
        }
        double[][] table = new double[categories][categories];
        for (int i = 0; i < first.length; i++) {
            table[first[i]][second[i]] += 1.0 / first.length;
        }
        return of(table, first.length);
    }

    private static CohenKappa of(double[][] share, int cases) {
        int categories = share.length;
        double[] row = new double[categories];
        double[] column = new double[categories];
        double agreed = 0;
        for (int i = 0; i < categories; i++) {
            agreed += share[i][i];
            for (int j = 0; j < categories; j++) {
                row[i] += share[i][j];
                column[j] += share[i][j];
            }
        }
        double byChance = 0;
        double total = 0;
        for (int i = 0; i < categories; i++) {
            byChance += row[i] * column[i];
            total += row[i];
        }
        if (total == 0 || byChance > 1 - 1e-12) {
            return new CohenKappa(Double.NaN, Double.NaN);
        }
        double value = (agreed - byChance) / (1 - byChance);
        double centre = value - byChance * (1 - value);
        double variance =
                (spread(share, row, column, value) - centre * centre) / ((1 - byChance) * (1 - byChance) * cases);
        return new CohenKappa(value, Math.sqrt(Math.max(0, variance)));
    }

    /** The first two terms of the variance. */
    private static double spread(double[][] share, double[] row, double[] column, double value) {
        double spread = 0;
        for (int i = 0; i < share.length; i++) {
            for (int j = 0; j < share.length; j++) {
                double deviation = (i == j ? 1 : 0) - (column[i] + row[j]) * (1 - value);
                spread += share[i][j] * deviation * deviation;
            }
        }
        return spread;
    }

    /** The normal interval around the value, not beyond -1 and 1. */
    public Interval interval(double level) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * standardError;
        return new Interval(Math.max(-1, value - half), Math.min(1, value + half));
    }
}

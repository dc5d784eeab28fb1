package org.facies.statistic;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Cochran's Q (1950): whether several raters, judging the same cases, are correct equally often.
 *
 * @param statistic NaN if on every case all raters agree
 * @param degreesOfFreedom raters less one
 * @param p upper tail of chi-square; NaN with the statistic
 */
public record CochranQ(double statistic, int degreesOfFreedom, double p) {

    /**
     * Tests the raters.
     *
     * @param correct boolean[raters][cases], at least two raters
     */
    public static CochranQ of(boolean[][] correct) {
        int raters = correct.length;
        if (raters < 2) {
            throw new IllegalArgumentException("Cochran's Q needs at least two raters");
        }
        int cases = correct[0].length;
        double[] byRater = new double[raters];
        double total = 0;
        double squaredByCase = 0;
        for (int c = 0; c < cases; c++) {
            double ofCase = 0;
            for (int r = 0; r < raters; r++) {
                int one = correct[r][c] ? 1 : 0;
                byRater[r] += one;
                ofCase += one;
            }
            total += ofCase;
            squaredByCase += ofCase * ofCase;
        }
        double squaredByRater = 0;
        for (double sum : byRater) {
            squaredByRater += sum * sum;
        }
        double q = (raters - 1) * (raters * squaredByRater - total * total) / (raters * total - squaredByCase);
        double p = Double.isNaN(q) ? q : ChiSquaredDistribution.of(raters - 1.0).survivalProbability(q);
        return new CochranQ(q, raters - 1, p);
    }
}

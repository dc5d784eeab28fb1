package org.facies.statistic;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** The noncentral F distribution, for the power of an F test. */
final class NoncentralF {
    private static final double NEGLIGIBLE = 1e-14;
    private static final int MOST_TERMS = 100_000;

    private NoncentralF() {}

    /**
     * The power of the test at a level of 5 %: that F exceeds its critical value under the alternative.
     *
     * @param numerator degrees of freedom, above 0
     * @param denominator degrees of freedom, above 0
     * @param noncentrality 0 or more
     */
    static double power(double numerator, double denominator, double noncentrality) {
        double critical =
                FDistribution.of(numerator, denominator).inverseSurvivalProbability(1 - ModalityComparison.LEVEL);
        return survival(critical, numerator, denominator, noncentrality);
    }

    /**
     * The probability of a value above x: a sum of beta distributions with Poisson weights (Johnson, Kotz and
     * Balakrishnan 1995, eq. 30.10). Exact to about 1e-12.
     */
    static double survival(double x, double numerator, double denominator, double noncentrality) {
        double share = numerator * x / (numerator * x + denominator);
        double mean = noncentrality / 2;
        double sum = 0;
        double left = 1;
        int mode = (int) mean;
        for (int k = mode; k >= 0; k--) {
            double weight = poisson(k, mean);
            sum += weight * tail(share, numerator, denominator, k);
            left -= weight;
            if (weight < NEGLIGIBLE) {
                break;
            }
        }
        for (int k = mode + 1; k < mode + MOST_TERMS; k++) {
            double weight = poisson(k, mean);
            sum += weight * tail(share, numerator, denominator, k);
            left -= weight;
            if (weight < NEGLIGIBLE || left < NEGLIGIBLE) {
                break;
            }
        }
        return Math.min(1, Math.max(0, sum));
    }

    private static double tail(double share, double numerator, double denominator, int k) {
        return BetaDistribution.of(numerator / 2 + k, denominator / 2).survivalProbability(share);
    }

    private static double poisson(int k, double mean) {
        return mean == 0 ? k == 0 ? 1 : 0 : PoissonDistribution.of(mean).probability(k);
    }
}

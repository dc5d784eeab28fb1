package org.facies.statistic;

import java.util.Arrays;

/**
 * Standard error of a statistic by leaving out units within strata (Efron and Tibshirani 1993, eq. 11.5, summed over
 * strata), with Satterthwaite's (1946) degrees of freedom: few where a small stratum makes most of the error, as
 * Brunner and Munzel 2000 count them for one area under a ROC curve.
 *
 * @param standardError NaN if a stratum has a single unit, or the statistic is NaN without some unit
 * @param degreesOfFreedom NaN with the error, and for an error of 0
 */
public record JackknifeError(double standardError, double degreesOfFreedom) {

    /**
     * Computes the error.
     *
     * @param withoutEach double[units]: the statistic without each unit in turn
     * @param stratumOfUnit int[units], strata numbered from 0
     */
    public static JackknifeError of(double[] withoutEach, int[] stratumOfUnit) {
        int strata = Arrays.stream(stratumOfUnit).max().orElse(-1) + 1;
        double[] n = new double[strata];
        double[] mean = new double[strata];
        for (int i = 0; i < withoutEach.length; i++) {
            int s = stratumOfUnit[i];
            n[s]++;
            mean[s] += (withoutEach[i] - mean[s]) / n[s];
        }
        double[] squares = new double[strata];
        for (int i = 0; i < withoutEach.length; i++) {
            double deviation = withoutEach[i] - mean[stratumOfUnit[i]];
            squares[stratumOfUnit[i]] += deviation * deviation;
        }
        double variance = 0;
        double ofVariance = 0;
        for (int s = 0; s < strata; s++) {
            double own = n[s] == 1 ? Double.NaN : n[s] == 0 ? 0 : squares[s] * (n[s] - 1) / n[s];
            variance += own;
            ofVariance += n[s] == 0 ? 0 : own * own / (n[s] - 1);
        }
        return new JackknifeError(Math.sqrt(variance), variance * variance / ofVariance);
    }
}

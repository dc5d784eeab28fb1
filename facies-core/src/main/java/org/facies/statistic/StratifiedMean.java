package org.facies.statistic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weighted sum of the means of strata, with the standard error of sampling within them (Cochran 1977, section 5.4:
 * {@code Σ w² s² / n}) and Satterthwaite's (1946) degrees of freedom.
 *
 * @param value the sum; NaN if a stratum with weight has no unit
 * @param degreesOfFreedom positive infinity where the error is not estimated from the spread of units
 */
public record StratifiedMean(double value, double standardError, double degreesOfFreedom) {
    /** Values that differ by less are the same. */
    private static final double ROUNDING = 1e-12;

    private record Stratum(double mean, double variance, double degreesOfFreedom) {}

    /**
     * Computes the sum. A single unit shows no spread; its stratum takes the error of {@link #oneEachWay}.
     *
     * @param values double[units]
     * @param stratumOfUnit int[units], strata numbered from 0
     * @param weights double[strata]
     * @param reach the largest size that a value can have, for strata of a single unit
     */
    public static StratifiedMean of(double[] values, int[] stratumOfUnit, double[] weights, double reach) {
        return sum(members(values, stratumOfUnit, weights.length), weights, own -> {
            if (own.length == 1) {
                return new Stratum(own[0], padded(own, reach).variance(), Double.POSITIVE_INFINITY);
            }
            double mean = mean(own);
            double squares =
                    Arrays.stream(own).map(x -> (x - mean) * (x - mean)).sum();
            return new Stratum(mean, squares / (own.length - 1.0) / own.length, own.length - 1.0);
        });
    }

    /**
     * The same with two more units in each stratum, one at each end of what is possible: for values that do not differ
     * within any stratum, which have no error of their own. For paired proportions this is the interval of Bonett and
     * Price 2012 (Journal of Educational and Behavioral Statistics 37, 479).
     *
     * @param reach the largest size that a value can have
     */
    public static StratifiedMean oneEachWay(double[] values, int[] stratumOfUnit, double[] weights, double reach) {
        return sum(members(values, stratumOfUnit, weights.length), weights, own -> padded(own, reach));
    }

    /** Whether no unit differs from the others of its stratum, so that the spread within strata shows no error. */
    public static boolean isWithoutSpread(double[] values, int[] stratumOfUnit, double[] weights) {
        double[][] members = members(values, stratumOfUnit, weights.length);
        return IntStream.range(0, weights.length)
                .filter(s -> weights[s] != 0)
                .allMatch(s -> Arrays.stream(members[s]).allMatch(x -> Math.abs(x - members[s][0]) < ROUNDING));
    }

    /** {@code value ± t · SE}, from −reach to reach; undefined where the value is. */
    public Interval interval(double reach, double level) {
        return Interval.student(value, standardError, degreesOfFreedom, level).within(-reach, reach);
    }

    @FunctionalInterface
    private interface OfStratum {
        Stratum of(double[] values);
    }

    private static StratifiedMean sum(double[][] members, double[] weights, OfStratum ofStratum) {
        double value = 0;
        double variance = 0;
        double ofVariance = 0;
        for (int s = 0; s < weights.length; s++) {
            if (weights[s] == 0) {
                continue;
            }
            if (members[s].length == 0) {
                return new StratifiedMean(Double.NaN, Double.NaN, Double.NaN);
            }
            Stratum stratum = ofStratum.of(members[s]);
            double own = weights[s] * weights[s] * stratum.variance;
            value += weights[s] * stratum.mean;
            variance += own;
            ofVariance += own * own / stratum.degreesOfFreedom;
        }
        double freedom = ofVariance > 0 ? variance * variance / ofVariance : Double.POSITIVE_INFINITY;
        return new StratifiedMean(value, Math.sqrt(variance), freedom);
    }

    private static Stratum padded(double[] values, double reach) {
        double n = values.length + 2.0;
        double mean = Arrays.stream(values).sum() / n;
        double squares = Arrays.stream(values).map(x -> x * x).sum() + 2 * reach * reach;
        return new Stratum(mean, (squares / n - mean * mean) / n, Double.POSITIVE_INFINITY);
    }

    private static double[][] members(double[] values, int[] stratumOfUnit, int strata) {
        int[][] groups = Groups.of(stratumOfUnit);
        double[][] members = new double[strata][0];
        for (int s = 0; s < groups.length; s++) {
            members[s] = Arrays.stream(groups[s]).mapToDouble(i -> values[i]).toArray();
        }
        return members;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}

package org.facies.statistic;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Intervals for a proportion of independent cases. */
public final class Proportion {

    private Proportion() {}

    /**
     * Wilson's score interval (Wilson 1927), without continuity correction.
     *
     * @param successes from 0 to n
     * @param n number of cases; the interval is undefined for none
     * @param level confidence, for example 0.95
     */
    public static Interval wilson(long successes, long n, double level) {
        requireCounts(successes, n);
        if (n == 0) {
            return Interval.UNDEFINED;
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double p = (double) successes / n;
        double denominator = 1 + z * z / n;
        double centre = (p + z * z / (2.0 * n)) / denominator;
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / denominator;
        return new Interval(
                successes == 0 ? 0 : Math.max(0, centre - half), successes == n ? 1 : Math.min(1, centre + half));
    }

    /** The exact interval of Clopper and Pearson 1934; same parameters as {@link #wilson}. */
    public static Interval clopperPearson(long successes, long n, double level) {
        requireCounts(successes, n);
        if (n == 0) {
            return Interval.UNDEFINED;
        }
        double tail = (1 - level) / 2;
        double hits = (double) successes;
        double misses = (double) (n - successes);
        double low = successes == 0 ? 0 : BetaDistribution.of(hits, misses + 1).inverseCumulativeProbability(tail);
        double high = successes == n ? 1 : BetaDistribution.of(hits + 1, misses).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }

    /**
     * The difference of two independent proportions, first minus second: Newcombe 1998, method 10, made of the two
     * Wilson intervals. Undefined if one of them has no case.
     *
     * @param level confidence, for example 0.95
     */
    public static Interval newcombe(long successes, long n, long otherSuccesses, long otherN, double level) {
        Interval first = wilson(successes, n, level);
        Interval second = wilson(otherSuccesses, otherN, level);
        if (n == 0 || otherN == 0) {
            return Interval.UNDEFINED;
        }
        double p = (double) successes / n;
        double q = (double) otherSuccesses / otherN;
        return new Interval(
                p - q - Math.hypot(p - first.low(), second.high() - q),
                p - q + Math.hypot(first.high() - p, q - second.low()));
    }

    private static void requireCounts(long successes, long n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " successes in " + n + " cases");
        }
    }
}

package org.facies.statistic;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact test that paired differences are as likely in one direction as in the other: the distribution of their sum
 * when each keeps or changes its sign with probability one half (Fisher 1935; Pesarin and Salmaso 2010, chapter 2). Of
 * differences between two raters' correct answers it is McNemar's exact test.
 *
 * @param differing how many differences are not 0
 * @param p two-sided: the probability of a sum at least as far from 0; 1 if no difference is
 */
public record SignFlip(long differing, double p) {
    /** Differences and sums that differ by less are the same. */
    private static final double ROUNDING = 1e-9;

    /** Finest unit that is tried, as parts of 1. */
    private static final int MOST_PARTS = 10_000;

    /** Most units in all differences together, where no unit fits exactly and values are rounded to one. */
    private static final double MOST_UNITS = 100_000;

    /**
     * Tests differences. They are exact where they are multiples of one unit, 1/10,000 at the smallest, as averages of
     * few answers are; others are rounded.
     *
     * @param differences double[n], finite
     */
    public static SignFlip of(double[] differences) {
        double[] differing =
                DoubleStream.of(differences).filter(d -> Math.abs(d) > ROUNDING).toArray();
        if (differing.length == 0) {
            return new SignFlip(0, 1);
        }
        double parts = parts(differing);
        int[] units = Arrays.stream(differing)
                .mapToInt(d -> Math.toIntExact(Math.round(d * parts)))
                .toArray();
        return new SignFlip(differing.length, p(units));
    }

    /** The number of equal parts of 1 that all values are multiples of. */
    private static double parts(double[] values) {
        double[] sizes = Arrays.stream(values).map(Math::abs).distinct().toArray();
        for (int parts = 1; parts <= MOST_PARTS; parts++) {
            int each = parts;
            if (Arrays.stream(sizes).allMatch(x -> Math.abs(x * each - Math.rint(x * each)) < ROUNDING * each)) {
                return parts;
            }
        }
        return MOST_UNITS / Arrays.stream(values).map(Math::abs).sum();
    }

    private static double p(int[] units) {
        int observed = Math.abs(Arrays.stream(units).sum());
        int total = Arrays.stream(units).map(Math::abs).sum();
        if (observed == 0) {
            return 1;
        }
        double[] ofPositive = {1};
        for (int size : Arrays.stream(units)
                .map(Math::abs)
                .filter(u -> u > 0)
                .distinct()
                .toArray()) {
            int count =
                    (int) Arrays.stream(units).filter(u -> Math.abs(u) == size).count();
            ofPositive = added(ofPositive, size, count);
        }
        double tail = Arrays.stream(ofPositive, 0, (total - observed) / 2 + 1).sum();
        return Math.min(1, 2 * tail);
    }

    /** The distribution of the sum of positive units after some more differences of one size. */
    private static double[] added(double[] before, int size, int count) {
        BinomialDistribution positive = BinomialDistribution.of(count, 0.5);
        double[] after = new double[before.length + size * count];
        for (int k = 0; k <= count; k++) {
            double probability = positive.probability(k);
            for (int i = 0; i < before.length; i++) {
                after[i + k * size] += before[i] * probability;
            }
        }
        return after;
    }
}

package org.facies.statistic;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * McNemar's test (1947) that two raters, judging the same cases, are correct equally often. Only the cases on which
 * they differ count.
 *
 * @param bothRight cases that both classified correctly
 * @param onlyFirst cases that only the first classified correctly
 * @param onlySecond cases that only the second classified correctly
 * @param bothWrong cases that both classified incorrectly
 */
public record McNemar(long bothRight, long onlyFirst, long onlySecond, long bothWrong) {

    public McNemar {
        if (Math.min(Math.min(bothRight, onlyFirst), Math.min(onlySecond, bothWrong)) < 0) {
            throw new IllegalArgumentException("counts cannot be negative");
        }
    }

    /**
     * Counts the cases.
     *
     * @param firstRight boolean[cases]
     * @param secondRight boolean[cases], the same cases in the same order
     */
    public static McNemar of(boolean[] firstRight, boolean[] secondRight) {
        if (firstRight.length != secondRight.length) {
            throw new IllegalArgumentException(firstRight.length + " and " + secondRight.length + " cases");
        }
        long[] counts = new long[4];
        for (int i = 0; i < firstRight.length; i++) {
            counts[(firstRight[i] ? 0 : 2) + (secondRight[i] ? 0 : 1)]++;
        }
        return new McNemar(counts[0], counts[1], counts[2], counts[3]);
    }

    /** The counts as a table: rows the first, columns the second, correct before incorrect. */
    public List<List<Long>> table() {
        return List.of(List.of(bothRight, onlyFirst), List.of(onlySecond, bothWrong));
    }

    /** The two-sided binomial p; 1 if the raters never differ. */
    public double pExact() {
        int differing = Math.toIntExact(onlyFirst + onlySecond);
        if (differing == 0) {
            return 1;
        }
        int fewer = (int) Math.min(onlyFirst, onlySecond);
        return Math.min(1, 2 * BinomialDistribution.of(differing, 0.5).cumulativeProbability(fewer));
    }

    /** The statistic without correction; NaN if the raters never differ. */
    public double chiSquare() {
        return square(onlyFirst - onlySecond) / (onlyFirst + onlySecond);
    }

    /** The statistic with Edwards' continuity correction; NaN if the raters never differ. */
    public double chiSquareCorrected() {
        return square(Math.max(0, Math.abs(onlyFirst - onlySecond) - 1)) / (onlyFirst + onlySecond);
    }

    /** The p of {@link #chiSquare}, one degree of freedom. */
    public double pChiSquare() {
        return upperTail(chiSquare());
    }

    /** The p of {@link #chiSquareCorrected}, one degree of freedom. */
    public double pChiSquareCorrected() {
        return upperTail(chiSquareCorrected());
    }

    private static double upperTail(double statistic) {
        return Double.isNaN(statistic)
                ? Double.NaN
                : ChiSquaredDistribution.of(1).survivalProbability(statistic);
    }

    private static double square(long count) {
        double x = (double) count;
        return x * x;
    }
}

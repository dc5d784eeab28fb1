package org.facies.statistic;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What the variance of a readers' mean, or of a difference between two such means, is made of, and what it would be
 * with other numbers of readers and cases (Hillis, Obuchowski and Berbaum 2011, Academic Radiology 18:129, readers and
 * cases both random samples). Errors shrink with the number of cases; how readers differ does not.
 *
 * <pre>{@code
 * OptionalInt cases = ReaderVariance.ofDifference(figures, errors, 114).casesForPower(6, 0.05, 0.8);
 * }</pre>
 *
 * @param between variance between readers (or of readers by modalities), on infinitely many cases; 0 or more
 * @param own variance by the sample of cases that each reader has for itself, with {@code cases} cases
 * @param shared covariance by the sample of cases that all readers have in common, with {@code cases} cases; 0 or more
 * @param cases that the two are of
 * @param modalities 1 for a mean, or for differences to one model; 2 for the difference of two means
 */
public record ReaderVariance(double between, double own, double shared, double cases, int modalities) {
    private static final int FEWEST_CASES = 10;
    private static final int MOST_CASES = 100_000;
    private static final double STEP = 1.05;
    private static final double MOST_FREEDOM = 1e7;

    public ReaderVariance {
        if (!(between >= 0 && own >= 0 && shared >= 0 && cases > 0)) {
            throw new IllegalArgumentException(
                    "negative variances: " + between + ", " + own + ", " + shared + " of " + cases + " cases");
        }
    }

    /**
     * Of the readers' mean, or of the mean difference to one model.
     *
     * @param figures double[readers], at least two
     * @param errors of these statistics over cases, as one modality
     * @param cases in the sample
     */
    public static ReaderVariance ofMean(double[] figures, ReaderCovariance errors, int cases) {
        double shared = Math.max(0, errors.cov2());
        double own = Math.max(0, errors.variance() - shared);
        return new ReaderVariance(Math.max(0, variance(figures) - own), own, shared, cases, 1);
    }

    /**
     * Of the difference of two modalities.
     *
     * @param figures double[2][readers], at least two readers
     * @param errors of these statistics over cases
     * @param cases in the sample
     */
    public static ReaderVariance ofDifference(double[][] figures, ReaderCovariance errors, int cases) {
        double interaction = new ObuchowskiRockette(figures, errors).msInteraction();
        double shared = Math.max(0, errors.cov2() - errors.cov3());
        double own = Math.max(0, errors.variance() - errors.cov1() - shared);
        return new ReaderVariance(Math.max(0, interaction - own), own, shared, cases, 2);
    }

    /** The expected mean square of readers, or of readers by modalities. */
    private double meanSquare(double n) {
        return between + cases / n * own;
    }

    private double denominator(int readers, double n) {
        return meanSquare(n) + readers * cases / n * shared;
    }

    /** Standard error with so many readers and cases. */
    public double standardError(int readers, double n) {
        return Math.sqrt(modalities * denominator(readers, n) / readers);
    }

    /** Degrees of freedom of it (Hillis 2007), from the expected mean squares. */
    public double degreesOfFreedom(int readers, double n) {
        double ratio = denominator(readers, n) / meanSquare(n);
        double df = ratio * ratio * (readers - 1);
        return df < MOST_FREEDOM ? df : MOST_FREEDOM;
    }

    /** Half the length of the 95 % interval. */
    public double halfWidth(int readers, double n) {
        return standardError(readers, n)
                * TDistribution.of(degreesOfFreedom(readers, n))
                        .inverseSurvivalProbability((1 - ModalityComparison.LEVEL) / 2);
    }

    /** Probability that a difference of this size is found with p below 5 %, two-sided. */
    public double power(int readers, double n, double difference) {
        double error = standardError(readers, n);
        return NoncentralF.power(1, degreesOfFreedom(readers, n), difference * difference / (error * error));
    }

    /** The fewest cases with which an interval is no wider; empty where even 100,000 are too few. */
    public OptionalInt casesForHalfWidth(int readers, double halfWidth) {
        return fewest(n -> halfWidth(readers, n) <= halfWidth);
    }

    /** The fewest cases with which a difference is found with this power; empty where even 100,000 are too few. */
    public OptionalInt casesForPower(int readers, double difference, double power) {
        return fewest(n -> power(readers, n, difference) >= power);
    }

    /** Increases in steps, then bisects the last one. */
    private static OptionalInt fewest(IntPredicate suffices) {
        int below = FEWEST_CASES - 1;
        int above = FEWEST_CASES;
        while (!suffices.test(above)) {
            if (above >= MOST_CASES) {
                return OptionalInt.empty();
            }
            below = above;
            above = Math.min(MOST_CASES, Math.max(above + 1, (int) (above * STEP)));
        }
        while (above - below > 1) {
            int middle = (above + below) / 2;
            if (suffices.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return OptionalInt.of(above);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }
}

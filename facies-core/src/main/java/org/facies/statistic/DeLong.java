package org.facies.statistic;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The area under a ROC curve with its variance (DeLong, DeLong and Clarke-Pearson 1988, computed from midranks as by
 * Sun and Xu 2014), and the paired comparison of two on the same cases.
 */
public final class DeLong {
    private final double auc;
    private final int[] positives;
    private final int[] negatives;
    private final double[] ofPositives;
    private final double[] ofNegatives;

    /** Two areas compared: their difference, its z and the two-sided p; z and p are NaN without variance. */
    public record Comparison(double difference, double z, double p) {}

    private DeLong(int[] positives, int[] negatives, double[] ofPositives, double[] ofNegatives) {
        this.positives = positives;
        this.negatives = negatives;
        this.ofPositives = ofPositives;
        this.ofNegatives = ofNegatives;
        this.auc = mean(ofPositives);
    }

    /**
     * Computes the area.
     *
     * @param scores double[cases], higher for positives
     * @param positive boolean[cases]; with no positive or no negative case all results are NaN
     */
    public static DeLong of(double[] scores, boolean[] positive) {
        int[] positives = indices(positive, true);
        int[] negatives = indices(positive, false);
        double[] overall = midranks(scores, IntStream.range(0, scores.length).toArray());
        double[] amongPositives = midranks(scores, positives);
        double[] amongNegatives = midranks(scores, negatives);
        int m = positives.length;
        int n = negatives.length;
        return new DeLong(
                positives,
                negatives,
                IntStream.of(positives)
                        .mapToDouble(i -> (overall[i] - amongPositives[i]) / n)
                        .toArray(),
                IntStream.of(negatives)
                        .mapToDouble(i -> 1 - (overall[i] - amongNegatives[i]) / m)
                        .toArray());
    }

    /** The area, from 0 to 1: the chance that a positive case scores above a negative one, ties counting half. */
    public double auc() {
        return auc;
    }

    /** The variance of the area; NaN with fewer than two positives or negatives. */
    public double variance() {
        return variance(ofPositives) / ofPositives.length + variance(ofNegatives) / ofNegatives.length;
    }

    /** The covariance with another area over the same cases in the same order; NaN with {@link #variance}. */
    public double covarianceWith(DeLong other) {
        return covariance(ofPositives, other.ofPositives) / ofPositives.length
                + covariance(ofNegatives, other.ofNegatives) / ofNegatives.length;
    }

    /** The area without each case in turn, in the order of the cases; NaN where no positive or no negative is left. */
    public double[] withoutEach() {
        double[] areas = new double[positives.length + negatives.length];
        for (int i = 0; i < positives.length; i++) {
            areas[positives[i]] = (positives.length * auc - ofPositives[i]) / (positives.length - 1);
        }
        for (int i = 0; i < negatives.length; i++) {
            areas[negatives[i]] = (negatives.length * auc - ofNegatives[i]) / (negatives.length - 1);
        }
        return areas;
    }

    /** The normal interval around the area, not beyond 0 and 1. */
    public Interval interval(double level) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(variance());
        return new Interval(Math.max(0, auc - half), Math.min(1, auc + half));
    }

    /** Compares with another area over the same cases in the same order. */
    public Comparison compareWith(DeLong other) {
        double variance = variance(difference(ofPositives, other.ofPositives)) / ofPositives.length
                + variance(difference(ofNegatives, other.ofNegatives)) / ofNegatives.length;
        double difference = auc - other.auc;
        double z = variance > 0 ? difference / Math.sqrt(variance) : Double.NaN;
        double p = Double.isNaN(z) ? z : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return new Comparison(difference, z, p);
    }

    private static double[] difference(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("not the same cases: " + a.length + " and " + b.length);
        }
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    /**
     * The rank of each of the chosen cases among them from the lowest up, equal scores sharing their mean rank; by case
     * index.
     */
    private static double[] midranks(double[] scores, int[] chosen) {
        double[] own = IntStream.of(chosen).mapToDouble(i -> scores[i]).toArray();
        int[] order = Order.descending(own);
        int[] tieEnd = Order.tieEnds(own, order);
        double[] ranks = new double[scores.length];
        for (int from = 0; from < order.length; from = tieEnd[from]) {
            for (int rank = from; rank < tieEnd[from]; rank++) {
                ranks[chosen[order[rank]]] = order.length - (from + tieEnd[from] - 1) / 2.0;
            }
        }
        return ranks;
    }

    private static int[] indices(boolean[] positive, boolean wanted) {
        return IntStream.range(0, positive.length)
                .filter(i -> positive[i] == wanted)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        return covariance(values, values);
    }

    private static double covariance(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("not the same cases: " + a.length + " and " + b.length);
        }
        double meanOfA = mean(a);
        double meanOfB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanOfA) * (b[i] - meanOfB);
        }
        return a.length < 2 ? Double.NaN : sum / (a.length - 1);
    }
}

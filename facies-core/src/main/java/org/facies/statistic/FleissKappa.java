package org.facies.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Agreement beyond chance of several raters (Fleiss 1971), with the standard errors under no agreement of Fleiss, Nee
 * and Landis 1979.
 *
 * @param value at most 1; NaN for no case, for fewer than two raters, and if all answers are of one category
 * @param standardError of the value if raters answered by chance; NaN with the value
 * @param categories each category against all others, in category order
 */
public record FleissKappa(double value, double standardError, List<OfCategory> categories) {

    public FleissKappa {
        categories = List.copyOf(categories);
    }

    /**
     * Agreement on one category.
     *
     * @param value NaN if the category is always or never chosen
     * @param standardError of the value if raters answered by chance; NaN with the value
     */
    public record OfCategory(double value, double standardError) {
        /** The value in standard errors. */
        public double z() {
            return value / standardError;
        }

        /** Two-sided p that raters agree no more than by chance. */
        public double p() {
            return twoSided(z());
        }
    }

    /**
     * Counts agreement.
     *
     * @param answers int[cases][categories]: how many raters gave each answer; every case has the same number of raters
     */
    public static FleissKappa ofCounts(int[][] answers) {
        return new AnswerCounts(answers).kappa();
    }

    /**
     * Counts agreement.
     *
     * @param answers int[raters][cases], categories numbered from 0; every rater answered every case
     * @param categories how many there are
     */
    public static FleissKappa of(int[][] answers, int categories) {
        int cases = answers.length == 0 ? 0 : answers[0].length;
        int[][] counts = new int[cases][categories];
        for (int[] rater : answers) {
            if (rater.length != cases) {
                throw new IllegalArgumentException(rater.length + " and " + cases + " cases");
            }
            for (int i = 0; i < cases; i++) {
                counts[i][rater[i]]++;
            }
        }
        return ofCounts(counts);
    }

    /**
     * Agreement from sums over cases.
     *
     * @param share double[categories], part of all answers
     * @param disagreement double[categories]: pairs of raters of which one chose the category and one did not
     * @param pairs of a rater and another one
     */
    static FleissKappa of(double[] share, double[] disagreement, double pairs) {
        double byChance = 0;
        double skew = 0;
        double apart = 0;
        List<OfCategory> categories = new ArrayList<>();
        for (int j = 0; j < share.length; j++) {
            double spread = share[j] * (1 - share[j]);
            apart += disagreement[j];
            byChance += spread;
            skew += spread * (1 - 2 * share[j]);
            double value = spread > 0 && pairs > 0 ? 1 - disagreement[j] / (pairs * spread) : Double.NaN;
            categories.add(new OfCategory(value, Double.isNaN(value) ? value : Math.sqrt(2 / pairs)));
        }
        if (!(byChance > 0) || !(pairs > 0)) {
            return new FleissKappa(Double.NaN, Double.NaN, categories);
        }
        double value = 1 - apart / (pairs * byChance);
        double error = Math.sqrt(2 / pairs * (byChance * byChance - skew)) / byChance;
        return new FleissKappa(value, error, categories);
    }

    /** The value in standard errors. */
    public double z() {
        return value / standardError;
    }

    /** Two-sided p that raters agree no more than by chance; NaN with the value. */
    public double p() {
        return twoSided(z());
    }

    /** The values of the categories. */
    public double[] categoryValues() {
        return IntStream.range(0, categories.size())
                .mapToDouble(j -> categories.get(j).value())
                .toArray();
    }

    private static double twoSided(double z) {
        return Double.isNaN(z) ? z : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }
}

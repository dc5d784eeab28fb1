package org.facies.statistic;

import java.util.Arrays;

/**
 * How many raters gave each answer to each case, prepared so that {@link FleissKappa} of any resample is a few sums.
 */
public final class AnswerCounts {
    private final int cases;
    private final int raters;

    /** By category and case: raters who chose the category, and pairs of a rater who did and one who did not. */
    private final int[][] chosen;

    private final double[][] disagreement;

    /**
     * Prepares the sums.
     *
     * @param answers int[cases][categories]: how many raters gave each answer; every case has the same number of raters
     */
    public AnswerCounts(int[][] answers) {
        this.cases = answers.length;
        this.raters = cases == 0 ? 0 : Arrays.stream(answers[0]).sum();
        int categories = cases == 0 ? 0 : answers[0].length;
        this.chosen = new int[categories][cases];
        this.disagreement = new double[categories][cases];
        for (int i = 0; i < cases; i++) {
            int own = 0;
            for (int j = 0; j < categories; j++) {
                int count = answers[i][j];
                own += count;
                chosen[j][i] = count;
                disagreement[j][i] = (double) count * (raters - count);
            }
            if (own != raters) {
                throw new IllegalArgumentException(
                        "cases with different numbers of raters: " + Arrays.toString(answers[i]));
            }
        }
    }

    /** Agreement, with each case counted once. */
    public FleissKappa kappa() {
        return kappa(WeightedSum.once(cases));
    }

    /**
     * Agreement, with each case counted as often as its weight says.
     *
     * @param weights int[cases], from 0
     */
    public FleissKappa kappa(int[] weights) {
        double all = (double) WeightedSum.of(weights) * raters;
        double[] share = new double[chosen.length];
        double[] apart = new double[chosen.length];
        for (int j = 0; j < share.length; j++) {
            share[j] = WeightedSum.of(chosen[j], weights) / all;
            apart[j] = WeightedSum.of(disagreement[j], weights);
        }
        return FleissKappa.of(share, apart, all * (raters - 1));
    }
}

package org.facies.subgroup;

import java.util.stream.IntStream;

/** The difference of a metric between groups: the statistic that {@link GroupPermutation} describes. */
final class GroupStatistic {
    private final TestedFigure figure;
    private final int[][] sizes;
    private final int[] counted;
    private final int[] groups;

    /**
     * Prepares the statistic.
     *
     * @param sizes int[groups][classes], number of subjects
     * @param fewest number of subjects that a group needs to be tested
     */
    GroupStatistic(TestedFigure figure, int[][] sizes, int fewest) {
        this.figure = figure;
        this.sizes = sizes;
        this.counted = new int[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            for (int c = 0; c < sizes[g].length; c++) {
                counted[g] += figure.counts(c) ? sizes[g][c] : 0;
            }
        }
        this.groups = IntStream.range(0, sizes.length)
                .filter(g -> counted[g] >= fewest)
                .toArray();
    }

    /**
     * The metric of each class over all groups, which no permutation changes; 0 for a class without subjects.
     *
     * @param observed tally of the actual groups
     */
    double[] rates(GroupTally observed) {
        double[] rates = new double[sizes[0].length];
        for (int c = 0; c < rates.length; c++) {
            double sum = 0;
            int n = 0;
            for (int g = 0; g < sizes.length; g++) {
                sum += observed.sum(figure, g, c);
                n += sizes[g][c];
            }
            rates[c] = n == 0 ? 0 : sum / n;
        }
        return rates;
    }

    /**
     * The statistic; NaN if fewer than two groups have enough subjects.
     *
     * @param tally of the permuted groups
     * @param rates double[classes] from {@link #rates}
     */
    double of(GroupTally tally, double[] rates) {
        if (groups.length < 2) {
            return Double.NaN;
        }
        double statistic = 0;
        for (int g : groups) {
            double excess = 0;
            for (int c = 0; c < rates.length; c++) {
                if (figure.counts(c)) {
                    excess += tally.sum(figure, g, c) - sizes[g][c] * rates[c];
                }
            }
            statistic += excess * excess / counted[g];
        }
        return statistic;
    }
}

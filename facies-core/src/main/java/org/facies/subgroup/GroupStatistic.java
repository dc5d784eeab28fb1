package org.facies.subgroup;

import java.util.stream.IntStream;

/** How much a figure differs between groups: the statistic that {@link GroupPermutation} describes. */
final class GroupStatistic {
    private final TestedFigure figure;
    private final int[][] sizes;
    private final int[] counted;
    private final int[] groups;

    /**
     * Prepares the statistic.
     *
     * @param sizes int[groups][classes]: subjects
     * @param fewest subjects that a group needs to count
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
     * The statistic; NaN where fewer than two groups count.
     *
     * @param counts int[groups][classes][classes]: subjects by group, truth and answer
     */
    double of(int[][][] counts) {
        if (groups.length < 2) {
            return Double.NaN;
        }
        double[] rates = rates(counts);
        double statistic = 0;
        for (int g : groups) {
            double excess = 0;
            for (int c = 0; c < rates.length; c++) {
                if (figure.counts(c)) {
                    excess += sum(counts[g][c], c) - sizes[g][c] * rates[c];
                }
            }
            statistic += excess * excess / counted[g];
        }
        return statistic;
    }

    /** The figure of each class over all groups. */
    private double[] rates(int[][][] counts) {
        double[] rates = new double[sizes[0].length];
        for (int c = 0; c < rates.length; c++) {
            double sum = 0;
            int n = 0;
            for (int g = 0; g < counts.length; g++) {
                sum += sum(counts[g][c], c);
                n += sizes[g][c];
            }
            rates[c] = n == 0 ? 0 : sum / n;
        }
        return rates;
    }

    private double sum(int[] byAnswer, int truth) {
        double sum = 0;
        for (int answer = 0; answer < byAnswer.length; answer++) {
            sum += byAnswer[answer] * figure.value(truth, answer);
        }
        return sum;
    }
}

package org.facies.subgroup;

import java.util.Arrays;

/** The answers of one model counted by group and class, for one dealing of subjects to groups after the other. */
final class GroupTally {
    private final int[] predicted;
    private final double[] confidence;
    private final int[] truth;
    private final int[][][] counts;
    private final double[][] confidences;

    /**
     * Prepares the counting.
     *
     * @param answers of the model
     * @param truth int[subjects], class of each
     */
    GroupTally(ModelAnswers answers, int[] truth, int groups, int classes) {
        this.truth = truth;
        this.confidence = answers.confidence();
        this.predicted = answers.predicted();
        this.counts = new int[groups][classes][classes];
        this.confidences = new double[groups][classes];
    }

    /**
     * Counts anew.
     *
     * @param group int[subjects], group of each
     */
    void count(int[] group) {
        for (int g = 0; g < counts.length; g++) {
            Arrays.fill(confidences[g], 0);
            for (int[] row : counts[g]) {
                Arrays.fill(row, 0);
            }
        }
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            int c = truth[i];
            counts[g][c][predicted[i]]++;
            confidences[g][c] += confidence[i];
        }
    }

    /** The sum of a figure over the subjects of a class in a group. */
    double sum(TestedFigure figure, int group, int c) {
        return figure.sum(c, counts[group][c], confidences[group][c]);
    }
}

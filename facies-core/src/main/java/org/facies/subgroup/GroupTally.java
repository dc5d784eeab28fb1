package org.facies.subgroup;

import java.util.Arrays;

/** The answers of one model counted by group and class, for one dealing of subjects to groups after the other. */
final class GroupTally {
    /**
     * Neighbouring subjects are counted in cells of their own, which are added up at the end: a processor that need not
     * wait for the last addition to the same cell is twice as fast. A power of two.
     */
    private static final int LANES = 4;

    private final int[] cellOfSubject;
    private final double[] confidence;
    private final int[] truth;
    private final int[] laneCounts;
    private final double[] laneConfidences;
    private final int[][][] counts;
    private final double[][] confidences;

    /**
     * Prepares the counting.
     *
     * @param answers of the model
     * @param truth int[subjects], class of each
     */
    GroupTally(ModelAnswers answers, int[] truth, int groups, int classes) {
        int[] predicted = answers.predicted();
        this.truth = truth;
        this.confidence = answers.confidence();
        this.cellOfSubject = new int[truth.length];
        for (int i = 0; i < truth.length; i++) {
            cellOfSubject[i] = truth[i] * classes + predicted[i];
        }
        this.laneCounts = new int[LANES * groups * classes * classes];
        this.laneConfidences = new double[LANES * groups * classes];
        this.counts = new int[groups][classes][classes];
        this.confidences = new double[groups][classes];
    }

    /**
     * Counts anew.
     *
     * @param group int[subjects], group of each
     */
    void count(int[] group) {
        Arrays.fill(laneCounts, 0);
        Arrays.fill(laneConfidences, 0);
        int classes = confidences[0].length;
        int cells = classes * classes;
        for (int i = 0; i < group.length; i++) {
            int lane = group[i] * LANES + (i & LANES - 1);
            laneCounts[lane * cells + cellOfSubject[i]]++;
            laneConfidences[lane * classes + truth[i]] += confidence[i];
        }
        for (int g = 0; g < counts.length; g++) {
            for (int c = 0; c < classes; c++) {
                addLanes(g, c);
            }
        }
    }

    private void addLanes(int group, int c) {
        int classes = confidences[0].length;
        confidences[group][c] = 0;
        Arrays.fill(counts[group][c], 0);
        for (int lane = group * LANES; lane < (group + 1) * LANES; lane++) {
            confidences[group][c] += laneConfidences[lane * classes + c];
            for (int answer = 0; answer < classes; answer++) {
                counts[group][c][answer] += laneCounts[(lane * classes + c) * classes + answer];
            }
        }
    }

    /** The sum of a figure over the subjects of a class in a group. */
    double sum(TestedFigure figure, int group, int c) {
        return figure.sum(c, counts[group][c], confidences[group][c]);
    }
}

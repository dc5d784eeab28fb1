package org.facies.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cases in the order of one class's probability, sorted once so that the area under the ROC curve of any resample is
 * a single pass.
 */
final class Ranking {
    private final int[] order;
    private final boolean[] positive;
    private final boolean[] endsTie;

    Ranking(List<Case> cases, int classIndex) {
        double[] scores = cases.stream()
                .mapToDouble(one -> one.probabilities().get(classIndex))
                .toArray();
        this.order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.positive = new boolean[order.length];
        this.endsTie = new boolean[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            positive[rank] = cases.get(order[rank]).truth() == classIndex;
            endsTie[rank] = rank + 1 == order.length || scores[order[rank]] != scores[order[rank + 1]];
        }
    }

    /**
     * The area with each case counted as often as its weight says; NaN without positives or without negatives.
     *
     * @param weights int[cases], by case
     */
    double auc(int[] weights) {
        long negativesBelow = 0;
        long positives = 0;
        long tiedNegatives = 0;
        long tiedPositives = 0;
        long twiceWins = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int weight = weights[order[rank]];
            if (positive[rank]) {
                tiedPositives += weight;
            } else {
                tiedNegatives += weight;
            }
            if (endsTie[rank]) {
                twiceWins += tiedPositives * (2 * negativesBelow + tiedNegatives);
                positives += tiedPositives;
                negativesBelow += tiedNegatives;
                tiedPositives = 0;
                tiedNegatives = 0;
            }
        }
        return twiceWins / (2.0 * positives * negativesBelow);
    }
}

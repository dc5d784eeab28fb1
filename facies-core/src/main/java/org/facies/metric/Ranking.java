package org.facies.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cases in descending order of one class's probability, sorted once so that all areas under ROC curves and the average
 * precision of any resample are a single pass.
 */
final class Ranking {
    private final int classIndex;
    private final int[] order;
    private final int[] truth;
    private final boolean[] endsTie;

    Ranking(List<Case> cases, int classIndex) {
        this.classIndex = classIndex;
        double[] scores = cases.stream()
                .mapToDouble(one -> one.probabilities().get(classIndex))
                .toArray();
        this.order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.truth = IntStream.of(order).map(i -> cases.get(i).truth()).toArray();
        this.endsTie = new boolean[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            endsTie[rank] = rank + 1 == order.length || scores[order[rank]] != scores[order[rank + 1]];
        }
    }

    /**
     * The figures with each case counted as often as its weight says.
     *
     * @param weights int[cases], by case
     * @param support the weight of each class
     */
    ClassRanking figures(int[] weights, long[] support) {
        long[] above = new long[support.length];
        long[] tied = new long[support.length];
        long[] twiceWins = new long[support.length];
        double precision = 0;
        long ranked = 0;
        long tiedInAll = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int weight = weights[order[rank]];
            tied[truth[rank]] += weight;
            tiedInAll += weight;
            if (endsTie[rank] && tiedInAll > 0) {
                ranked += tiedInAll;
                long positives = tied[classIndex];
                if (positives > 0) {
                    precision += positives * (double) (above[classIndex] + positives) / ranked;
                    for (int c = 0; c < support.length; c++) {
                        twiceWins[c] += positives * (2 * (support[c] - above[c]) - tied[c]);
                    }
                }
                for (int c = 0; c < support.length; c++) {
                    above[c] += tied[c];
                    tied[c] = 0;
                }
                tiedInAll = 0;
            }
        }
        return ofCounts(twiceWins, support, precision);
    }

    private ClassRanking ofCounts(long[] twiceWins, long[] support, double precision) {
        double[] pairwise = new double[support.length];
        long wins = 0;
        long others = 0;
        for (int c = 0; c < support.length; c++) {
            pairwise[c] = c == classIndex ? Double.NaN : twiceWins[c] / (2.0 * support[classIndex] * support[c]);
            wins += c == classIndex ? 0 : twiceWins[c];
            others += c == classIndex ? 0 : support[c];
        }
        double auc = wins / (2.0 * support[classIndex] * others);
        return new ClassRanking(auc, pairwise, precision / support[classIndex]);
    }
}

package org.facies.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.facies.statistic.Order;

/**
 * The cases in descending order of one class's probability, sorted once so that all areas under ROC curves and the average
 * precision of any resample are a single pass.
 */
final class Ranking {
    final int classIndex;
    final int[] order;
    final int[] truth;
    final int[] tieEnd;

    /** The cases of the class, by rank. */
    private final int[] ofClass;

    /** Runs of cases of equal score of which at least one is of the class: where each begins and ends. */
    final int[] runFrom;

    final int[] runTo;

    /** Where the cases of the class in a run begin in {@link #ofClass}; one more entry for the end. */
    final int[] runOfClass;

    Ranking(List<Case> cases, int classIndex) {
        this.classIndex = classIndex;
        double[] scores = cases.stream()
                .mapToDouble(one -> one.probabilities()[classIndex])
                .toArray();
        this.order = Order.descending(scores);
        this.truth = IntStream.of(order).map(i -> cases.get(i).truth()).toArray();
        this.tieEnd = Order.tieEnds(scores, order);
        this.ofClass = IntStream.range(0, order.length)
                .filter(rank -> truth[rank] == classIndex)
                .map(rank -> order[rank])
                .toArray();
        int[] before = new int[order.length + 1];
        for (int rank = 0; rank < order.length; rank++) {
            before[rank + 1] = before[rank] + (truth[rank] == classIndex ? 1 : 0);
        }
        this.runFrom = IntStream.iterate(0, rank -> rank < order.length, rank -> tieEnd[rank])
                .filter(rank -> before[tieEnd[rank]] > before[rank])
                .toArray();
        this.runTo = IntStream.of(runFrom).map(rank -> tieEnd[rank]).toArray();
        this.runOfClass = IntStream.concat(
                        IntStream.of(runFrom).map(rank -> before[rank]), IntStream.of(ofClass.length))
                .toArray();
    }

    /**
     * The figures with each case counted as often as its weight says.
     *
     * @param weights int[cases], by case
     * @param support the weight of each class
     */
    ClassRanking figures(int[] weights, long[] support) {
        long[] twiceWins = new long[support.length];
        long positives = 0;
        long ranked = 0;
        double precision = 0;
        for (int from = 0; from < order.length; from = tieEnd[from]) {
            long tiedPositives = 0;
            if (tieEnd[from] == from + 1) {
                int weight = weights[order[from]];
                ranked += weight;
                if (truth[from] == classIndex) {
                    tiedPositives = weight;
                } else {
                    twiceWins[truth[from]] += weight * (2 * positives);
                }
            } else {
                tiedPositives = tiedPositives(from, weights);
                long twiceAbove = 2 * positives + tiedPositives;
                for (int rank = from; rank < tieEnd[from]; rank++) {
                    ranked += weights[order[rank]];
                    twiceWins[truth[rank]] += weights[order[rank]] * twiceAbove;
                }
            }
            positives += tiedPositives;
            precision += tiedPositives == 0 ? 0 : tiedPositives * (double) positives / ranked;
        }
        return ofCounts(twiceWins, support, precision);
    }

    private long tiedPositives(int from, int[] weights) {
        long tiedPositives = 0;
        for (int rank = from; rank < tieEnd[from]; rank++) {
            tiedPositives += truth[rank] == classIndex ? weights[order[rank]] : 0;
        }
        return tiedPositives;
    }

    /**
     * The same figures without the areas against single classes, for a fraction of the time: only cases of the class
     * change them, and what lies between two of these is the difference of two sums.
     *
     * @param weights int[cases], by case
     * @param support the weight of each class
     * @param before int[cases + 1], filled with the weight of all cases above each rank
     */
    ClassRanking withoutPairs(int[] weights, long[] support, int[] before) {
        long others = -support[classIndex];
        for (long weight : support) {
            others += weight;
        }
        sumUp(weights, before);
        long twiceWins = 0;
        long positives = 0;
        double precision = 0;
        for (int run = 0; run < runFrom.length; run++) {
            int tiedPositives = 0;
            for (int i = runOfClass[run]; i < runOfClass[run + 1]; i++) {
                tiedPositives += weights[ofClass[i]];
            }
            int above = before[runFrom[run]];
            int withRun = before[runTo[run]];
            int tiedOthers = withRun - above - tiedPositives;
            long othersBelow = others - (above - positives) - tiedOthers;
            twiceWins += tiedPositives * (2 * othersBelow + tiedOthers);
            positives += tiedPositives;
            precision += tiedPositives * (double) positives / Math.max(1, withRun);
        }
        double auc = twiceWins / (2.0 * support[classIndex] * others);
        return new ClassRanking(auc, new double[0], precision / support[classIndex]);
    }

    private void sumUp(int[] weights, int[] before) {
        int sum = 0;
        before[0] = 0;
        for (int rank = 0; rank < order.length; rank++) {
            sum += weights[order[rank]];
            before[rank + 1] = sum;
        }
    }

    /** The figures from what was counted and the sum of precisions. */
    ClassRanking ofCounts(long[] twiceWins, long[] support, double precision) {
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

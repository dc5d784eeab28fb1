package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import org.facies.statistic.Order;

/**
 * The cases in descending order of one class's probability, sorted once so that all areas under ROC curves and the
 * average precision of any resample are a single pass.
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
        double[] scores = new double[cases.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = cases.get(i).probabilities()[classIndex];
        }
        this.order = Order.descending(scores);
        this.tieEnd = Order.tieEnds(scores, order);
        this.truth = new int[order.length];
        int[] found = new int[order.length];
        int[] from = new int[order.length];
        int[] to = new int[order.length];
        int[] begin = new int[order.length + 1];
        int positives = 0;
        int runs = 0;
        for (int run = 0; run < order.length; run = tieEnd[run]) {
            int before = positives;
            for (int rank = run; rank < tieEnd[run]; rank++) {
                truth[rank] = cases.get(order[rank]).truth();
                if (truth[rank] == classIndex) {
                    found[positives++] = order[rank];
                }
            }
            if (positives > before) {
                from[runs] = run;
                to[runs] = tieEnd[run];
                begin[++runs] = positives;
            }
        }
        this.ofClass = Arrays.copyOf(found, positives);
        this.runFrom = Arrays.copyOf(from, runs);
        this.runTo = Arrays.copyOf(to, runs);
        this.runOfClass = Arrays.copyOf(begin, runs + 1);
    }

    /**
     * The metrics with each case counted as often as its weight says.
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
     * The same metrics without the areas against single classes, for a fraction of the time: only cases of the class
     * change them, and what lies between two of these is the difference of two sums.
     *
     * @param weights int[cases], by case
     * @param support the weight of each class
     * @param before long[cases + 1]: the weight of all cases above each rank, from {@link #sumUp}
     * @param shift to the bits of the weights in it
     */
    ClassRanking withoutPairs(int[] weights, long[] support, long[] before, int shift) {
        long others = -support[classIndex];
        for (long weight : support) {
            others += weight;
        }
        long twiceWins = 0;
        long positives = 0;
        double precision = 0;
        for (int run = 0; run < runFrom.length; run++) {
            int tiedPositives = 0;
            for (int i = runOfClass[run]; i < runOfClass[run + 1]; i++) {
                tiedPositives += weights[ofClass[i]];
            }
            int above = (int) (before[runFrom[run]] >>> shift);
            int withRun = (int) (before[runTo[run]] >>> shift);
            int tiedOthers = withRun - above - tiedPositives;
            long othersBelow = others - (above - positives) - tiedOthers;
            twiceWins += tiedPositives * (2 * othersBelow + tiedOthers);
            positives += tiedPositives;
            precision += tiedPositives * (double) positives / Math.max(1, withRun);
        }
        double auc = twiceWins / (2.0 * support[classIndex] * others);
        return new ClassRanking(auc, new double[0], precision / support[classIndex]);
    }

    /**
     * Sums weights by rank.
     *
     * @param weights long[cases], by case
     * @param before long[cases + 1], filled with the weight of all cases above each rank
     */
    void sumUp(long[] weights, long[] before) {
        long sum = 0;
        before[0] = 0;
        for (int rank = 0; rank < order.length; rank++) {
            sum += weights[order[rank]];
            before[rank + 1] = sum;
        }
    }

    /** The metrics from what was counted and the sum of precisions. */
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

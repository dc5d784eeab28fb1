package org.facies.metric;

import java.util.stream.IntStream;

/** The metrics of a ranking without a few cases of one class, from what each case adds to them. */
final class RankingWithout {
    private final Ranking ranking;

    /** By case: the first run that ends below it; the number of runs if none does. */
    private final int[] runOfCase;

    private final long[] twiceWins;

    /**
     * By case: twice the cases of each class that a case of the ranking's class is above, ties counting half; for any
     * other case one number, twice the cases of the ranking's class that are above it.
     */
    private final int[][] twiceWinsOf;

    /** @param confusion of all cases */
    RankingWithout(Ranking ranking, Confusion confusion) {
        this.ranking = ranking;
        int[] order = ranking.order;
        int classes = confusion.classes();
        this.runOfCase = new int[order.length];
        this.twiceWins = new long[classes];
        this.twiceWinsOf = new int[order.length][];
        int[] below = IntStream.range(0, classes)
                .map(c -> Math.toIntExact(confusion.support(c)))
                .toArray();
        int positives = 0;
        int run = 0;
        for (int from = 0; from < order.length; from = ranking.tieEnd[from]) {
            int[] tied = new int[classes];
            for (int rank = from; rank < ranking.tieEnd[from]; rank++) {
                tied[ranking.truth[rank]]++;
            }
            int[] winsOfEach = new int[classes];
            for (int c = 0; c < classes; c++) {
                below[c] -= tied[c];
                winsOfEach[c] = 2 * below[c] + tied[c];
            }
            int[] losses = {2 * positives + tied[ranking.classIndex]};
            for (int rank = from; rank < ranking.tieEnd[from]; rank++) {
                runOfCase[order[rank]] = run;
                twiceWinsOf[order[rank]] = ranking.truth[rank] == ranking.classIndex ? winsOfEach : losses;
            }
            positives += tied[ranking.classIndex];
            run += tied[ranking.classIndex] > 0 ? 1 : 0;
            for (int c = 0; c < classes; c++) {
                twiceWins[c] += (long) tied[ranking.classIndex] * winsOfEach[c];
            }
        }
    }

    /**
     * The metrics of all other cases.
     *
     * @param cases that are left out, all of one class
     * @param truth their class
     * @param support long[classes], cases that are left
     */
    ClassRanking figures(int[] cases, int truth, long[] support) {
        long[] left = twiceWins.clone();
        for (int i : cases) {
            int[] own = twiceWinsOf[i];
            if (truth == ranking.classIndex) {
                for (int c = 0; c < left.length; c++) {
                    left[c] -= own[c];
                }
            } else {
                left[truth] -= own[0];
            }
        }
        return ranking.ofCounts(left, support, precision(cases, truth));
    }

    /** The sum of precisions at the ranks of the class. */
    private double precision(int[] cases, int truth) {
        int runs = ranking.runFrom.length;
        int[] goneByRun = new int[runs + 1];
        for (int i : cases) {
            goneByRun[runOfCase[i]]++;
        }
        double precision = 0;
        int positives = 0;
        int passed = 0;
        for (int run = 0; run < runs; run++) {
            passed += goneByRun[run];
            int goneOfClass = truth == ranking.classIndex ? goneByRun[run] : 0;
            int tiedPositives = ranking.runOfClass[run + 1] - ranking.runOfClass[run] - goneOfClass;
            positives += tiedPositives;
            precision += tiedPositives * (double) positives / Math.max(1, ranking.runTo[run] - passed);
        }
        return precision;
    }
}

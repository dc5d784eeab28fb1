package org.facies.statistic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The share of pairs of a positive and a negative case of one stratum in which the positive case scores higher, ties
 * counting half: the area under the ROC curve without pairs between strata (the stratified Mann-Whitney statistic; van
 * Elteren 1960, with each pair weighed alike). Scores of different networks have different scales, so that a pair
 * between folds says something of the networks and not of the cases. With a single stratum it is the plain area.
 *
 * <p>Sorted once, so that a resample costs one pass. Safe to share between threads.
 */
public final class StratifiedConcordance {
    private final int[] stratum;
    private final boolean[] positive;

    /** The cases by stratum, and by descending score within it. */
    private final int[] order;

    /** The rank after the last case of equal score, by rank. */
    private final int[] tieEnd;

    /** The first rank of each stratum, and the number of cases at the end. */
    private final int[] begin;

    /** By case: twice the cases of the other kind in its stratum that it is on the right side of, ties as half. */
    private final long[] twiceWinsOf;

    private final long[] positives;
    private final long[] negatives;
    private final long twiceWins;
    private final long pairs;

    /**
     * Sorts the cases.
     *
     * @param scores double[cases], higher for positives; no NaN
     * @param positive boolean[cases]
     * @param stratum int[cases], any numbers
     */
    public StratifiedConcordance(double[] scores, boolean[] positive, int[] stratum) {
        int n = scores.length;
        int[] known = Arrays.stream(stratum).distinct().sorted().toArray();
        this.stratum = Arrays.stream(stratum)
                .map(one -> Arrays.binarySearch(known, one))
                .toArray();
        this.positive = positive.clone();
        this.order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> this.stratum[i])
                        .thenComparing(i -> -scores[i])
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        this.tieEnd = new int[n];
        this.begin = new int[known.length + 1];
        Arrays.stream(this.stratum).forEach(s -> begin[s + 1]++);
        Arrays.parallelPrefix(begin, Integer::sum);
        for (int rank = n - 1; rank >= 0; rank--) {
            boolean last = rank == n - 1
                    || this.stratum[order[rank]] != this.stratum[order[rank + 1]]
                    || scores[order[rank]] != scores[order[rank + 1]];
            tieEnd[rank] = last ? rank + 1 : tieEnd[rank + 1];
        }
        this.positives = counts(true);
        this.negatives = counts(false);
        this.twiceWinsOf = twiceWinsOfEach();
        this.twiceWins = IntStream.range(0, n)
                .filter(i -> positive[i])
                .mapToLong(i -> twiceWinsOf[i])
                .sum();
        this.pairs = IntStream.range(0, known.length)
                .mapToLong(s -> positives[s] * negatives[s])
                .sum();
    }

    private long[] counts(boolean wanted) {
        long[] counts = new long[begin.length - 1];
        for (int i = 0; i < positive.length; i++) {
            counts[stratum[i]] += positive[i] == wanted ? 1 : 0;
        }
        return counts;
    }

    private long[] twiceWinsOfEach() {
        long[] wins = new long[order.length];
        for (int s = 0; s + 1 < begin.length; s++) {
            long positivesAbove = 0;
            long negativesBelow = negatives[s];
            for (int from = begin[s]; from < begin[s + 1]; from = tieEnd[from]) {
                long tiedPositives = tied(from, true);
                long tiedNegatives = tied(from, false);
                negativesBelow -= tiedNegatives;
                for (int rank = from; rank < tieEnd[from]; rank++) {
                    wins[order[rank]] = positive[order[rank]]
                            ? 2 * negativesBelow + tiedNegatives
                            : 2 * positivesAbove + tiedPositives;
                }
                positivesAbove += tiedPositives;
            }
        }
        return wins;
    }

    private long tied(int from, boolean wanted) {
        return IntStream.range(from, tieEnd[from])
                .filter(rank -> positive[order[rank]] == wanted)
                .count();
    }

    /** The share, from 0 to 1; NaN where no stratum holds a case of each kind. */
    public double area() {
        return twiceWins / (2.0 * pairs);
    }

    /**
     * The share with each case counted as often as its weight says.
     *
     * @param weights int[cases], by case
     */
    public double area(int[] weights) {
        long wins = 0;
        long weighedPairs = 0;
        for (int s = 0; s + 1 < begin.length; s++) {
            long above = 0;
            long others = 0;
            for (int from = begin[s]; from < begin[s + 1]; from = tieEnd[from]) {
                long tiedPositives = 0;
                long tiedNegatives = 0;
                for (int rank = from; rank < tieEnd[from]; rank++) {
                    int weight = weights[order[rank]];
                    tiedPositives += positive[order[rank]] ? weight : 0;
                    tiedNegatives += positive[order[rank]] ? 0 : weight;
                }
                wins += tiedNegatives * (2 * above + tiedPositives);
                above += tiedPositives;
                others += tiedNegatives;
            }
            weighedPairs += above * others;
        }
        return wins / (2.0 * weighedPairs);
    }

    /**
     * The share of all other cases, from what each case adds.
     *
     * @param cases that are left out, all positive or all negative
     */
    public double areaWithout(int[] cases) {
        long wins = twiceWins;
        long left = pairs;
        for (int i : cases) {
            wins -= twiceWinsOf[i];
            left -= positive[i] ? negatives[stratum[i]] : positives[stratum[i]];
        }
        return wins / (2.0 * left);
    }
}

package org.facies.subgroup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Tests that a figure is the same in all groups, given the diagnosis: groups are dealt anew among the subjects of each
 * class, and the statistic is the sum over groups of the squared excess over what the class rates predict, divided by the
 * group's subjects. The p value counts the sample among the permutations (Phipson and Smyth 2010), so it is never 0 and
 * is valid for any number of permutations.
 */
final class GroupPermutation {
    private static final double ROUNDING = 1e-9;

    private final int groups;
    private final int classes;
    private final int[] group;
    private final int[] truth;

    /**
     * Prepares the permutations.
     *
     * @param group int[subjects], from 0
     * @param truth int[subjects], class of each
     */
    GroupPermutation(int[] group, int[] truth, int groups, int classes) {
        this.group = group.clone();
        this.truth = truth.clone();
        this.groups = groups;
        this.classes = classes;
    }

    /**
     * Tests several figures of several models with the same permutations.
     *
     * @param predicted int[models][subjects]
     * @param fewest subjects that a group needs to count for a figure
     * @param seed the same seed gives the same p values
     * @return double[models][figures]; NaN where fewer than two groups count
     */
    double[][] p(int[][] predicted, List<TestedFigure> figures, int fewest, int permutations, long seed) {
        GroupStatistic[] statistics = figures.stream()
                .map(figure -> new GroupStatistic(figure, sizes(), fewest))
                .toArray(GroupStatistic[]::new);
        double[][] observed = statistics(predicted, group, statistics);
        int[][] atLeast = new int[predicted.length][statistics.length];
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int[][] members = membersByClass();
        int[] dealt = group.clone();
        for (int round = 0; round < permutations; round++) {
            for (int[] ofClass : members) {
                shuffle(dealt, ofClass, random);
            }
            double[][] drawn = statistics(predicted, dealt, statistics);
            for (int m = 0; m < drawn.length; m++) {
                for (int f = 0; f < drawn[m].length; f++) {
                    atLeast[m][f] += drawn[m][f] >= observed[m][f] - ROUNDING ? 1 : 0;
                }
            }
        }
        return p(observed, atLeast, permutations);
    }

    private static double[][] p(double[][] observed, int[][] atLeast, int permutations) {
        double[][] p = new double[observed.length][];
        for (int m = 0; m < p.length; m++) {
            int model = m;
            p[m] = IntStream.range(0, observed[m].length)
                    .mapToDouble(f -> Double.isNaN(observed[model][f])
                            ? Double.NaN
                            : (1.0 + atLeast[model][f]) / (1.0 + permutations))
                    .toArray();
        }
        return p;
    }

    private double[][] statistics(int[][] predicted, int[] dealt, GroupStatistic[] statistics) {
        double[][] values = new double[predicted.length][];
        for (int m = 0; m < values.length; m++) {
            int[][][] counts = new int[groups][classes][classes];
            int[] answers = predicted[m];
            for (int i = 0; i < dealt.length; i++) {
                counts[dealt[i]][truth[i]][answers[i]]++;
            }
            values[m] = Arrays.stream(statistics)
                    .mapToDouble(statistic -> statistic.of(counts))
                    .toArray();
        }
        return values;
    }

    /** int[groups][classes]: subjects; the same in every permutation. */
    private int[][] sizes() {
        int[][] sizes = new int[groups][classes];
        for (int i = 0; i < group.length; i++) {
            sizes[group[i]][truth[i]]++;
        }
        return sizes;
    }

    private int[][] membersByClass() {
        return IntStream.range(0, classes)
                .mapToObj(c -> IntStream.range(0, truth.length)
                        .filter(i -> truth[i] == c)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] values, int[] places, UniformRandomProvider random) {
        for (int i = places.length - 1; i > 0; i--) {
            int other = places[random.nextInt(i + 1)];
            int kept = values[places[i]];
            values[places[i]] = values[other];
            values[other] = kept;
        }
    }
}

package org.facies.subgroup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.statistic.ParallelRange;
import org.facies.statistic.RandomStreams;

/**
 * Tests that a figure is the same in all groups, given the diagnosis: groups are dealt anew among the subjects of each
 * class, and the statistic is the sum over groups of the squared excess over what the class rates predict, divided by
 * the group's subjects. The p value counts the sample among the permutations (Phipson and Smyth 2010), so it is never 0
 * and is valid for any number of permutations.
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

    /** A model with its rates by figure and class, and its statistic by figure. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Observed(ModelAnswers answers, double[][] rates, double[] values) {}

    /**
     * Tests several figures of several models with the same permutations.
     *
     * @param models answers of each, subjects in the order of the groups
     * @param fewest subjects that a group needs to count for a figure
     * @param seed the same seed gives the same p values
     * @param threads at least 1; the result does not depend on it
     * @return double[models][figures]; NaN where fewer than two groups count
     */
    double[][] p(
            List<ModelAnswers> models,
            List<TestedFigure> figures,
            int fewest,
            int permutations,
            long seed,
            int threads) {
        GroupStatistic[] statistics = figures.stream()
                .map(figure -> new GroupStatistic(figure, sizes(), fewest))
                .toArray(GroupStatistic[]::new);
        Observed[] observed =
                models.stream().map(model -> observed(model, statistics)).toArray(Observed[]::new);
        int[][] atLeast = new int[observed.length][statistics.length];
        ParallelRange.map(
                        permutations,
                        threads,
                        (from, to) -> List.<int[][]>of(atLeast(from, to, seed, observed, statistics)))
                .forEach(part -> add(part, atLeast));
        return p(observed, atLeast, permutations);
    }

    private Observed observed(ModelAnswers model, GroupStatistic[] statistics) {
        GroupTally tally = new GroupTally(model, permutation(), groups, classes);
        tally.count();
        double[][] rates = new double[statistics.length][];
        double[] values = new double[statistics.length];
        for (int f = 0; f < statistics.length; f++) {
            rates[f] = statistics[f].rates(tally);
            values[f] = statistics[f].of(tally, rates[f]);
        }
        return new Observed(model, rates, values);
    }

    /** int[models][figures]: how many rounds, from one to before another, differ as much as the sample. */
    private int[][] atLeast(int from, int to, long seed, Observed[] observed, GroupStatistic[] statistics) {
        int[][] atLeast = new int[observed.length][statistics.length];
        StratifiedPermutation permutation = permutation();
        GroupTally[] tallies = Arrays.stream(observed)
                .map(own -> new GroupTally(own.answers, permutation, groups, classes))
                .toArray(GroupTally[]::new);
        for (int round = from; round < to; round++) {
            permutation.permute(RandomStreams.numbered(seed, round));
            for (int m = 0; m < observed.length; m++) {
                Observed own = observed[m];
                tallies[m].count();
                for (int f = 0; f < statistics.length; f++) {
                    atLeast[m][f] += statistics[f].of(tallies[m], own.rates[f]) >= own.values[f] - ROUNDING ? 1 : 0;
                }
            }
        }
        return atLeast;
    }

    private StratifiedPermutation permutation() {
        return new StratifiedPermutation(group, truth, groups, classes);
    }

    private static void add(int[][] part, int[][] sum) {
        for (int m = 0; m < sum.length; m++) {
            for (int f = 0; f < sum[m].length; f++) {
                sum[m][f] += part[m][f];
            }
        }
    }

    private static double[][] p(Observed[] observed, int[][] atLeast, int permutations) {
        double[][] p = new double[observed.length][];
        for (int m = 0; m < p.length; m++) {
            double[] values = observed[m].values;
            int[] own = atLeast[m];
            p[m] = IntStream.range(0, values.length)
                    .mapToDouble(f -> Double.isNaN(values[f]) ? Double.NaN : (1.0 + own[f]) / (1.0 + permutations))
                    .toArray();
        }
        return p;
    }

    /** int[groups][classes]: subjects; the same in every permutation. */
    private int[][] sizes() {
        int[][] sizes = new int[groups][classes];
        for (int i = 0; i < group.length; i++) {
            sizes[group[i]][truth[i]]++;
        }
        return sizes;
    }
}

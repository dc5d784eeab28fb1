package org.facies.subgroup;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.statistic.ParallelRange;
import org.facies.statistic.RandomStreams;

/**
 * Permutation test of the hypothesis that a metric is the same in all groups, given the diagnosis. Groups are permuted
 * among the subjects of each class. The statistic is the sum over groups of the squared difference from the value that
 * the class rates predict, divided by the number of subjects in the group. The p value counts the sample as one of the
 * permutations (Phipson and Smyth 2010), so it is never 0 and is valid for any number of permutations.
 */
final class GroupPermutation {
    /**
     * A test whose statistic is reached in this many rounds is far from significant and stops after the first rounds.
     */
    static final int ENOUGH = 20;

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

    /** A model with its rates by metric and class, and its statistic by metric. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Observed(ModelAnswers answers, double[][] rates, double[] values) {}

    /**
     * How often groups are permuted. Each test runs the first rounds. A test whose statistic fewer than {@link #ENOUGH}
     * of them reach runs further rounds. The p values stay valid, because a test that continues had a smaller p value
     * than any test that stopped (compare Besag and Clifford 1991).
     *
     * @param first at least 1
     * @param most by model, at least {@code first}
     */
    record Rounds(int first, List<Integer> most) {
        Rounds {
            most = List.copyOf(most);
        }

        /** The same number of rounds for each test. */
        static Rounds fixed(int rounds, int models) {
            return new Rounds(rounds, Collections.nCopies(models, rounds));
        }
    }

    /**
     * Tests several metrics of several models with the same permutations.
     *
     * @param models the answers of each model, with the subjects in the order of the groups
     * @param fewest number of subjects that a group needs to be tested
     * @param rounds number of permutations
     * @param seed the same seed gives the same p values
     * @param threads at least 1; the result does not depend on it
     * @return double[models][metrics]; NaN if fewer than two groups have enough subjects
     */
    double[][] p(
            List<ModelAnswers> models, List<TestedFigure> figures, int fewest, Rounds rounds, long seed, int threads) {
        GroupStatistic[] statistics = figures.stream()
                .map(figure -> new GroupStatistic(figure, sizes(), fewest))
                .toArray(GroupStatistic[]::new);
        Observed[] observed =
                models.stream().map(model -> observed(model, statistics)).toArray(Observed[]::new);
        int[][] atLeast = new int[observed.length][statistics.length];
        ParallelRange.map(
                        rounds.first,
                        threads,
                        (from, to) -> List.<int[][]>of(atLeast(from, to, seed, observed, statistics)))
                .forEach(part -> add(part, atLeast));
        double[][] p = new double[observed.length][statistics.length];
        for (int m = 0; m < p.length; m++) {
            p[m] = finished(observed[m], statistics, atLeast[m], rounds.first, rounds.most.get(m), seed, threads);
        }
        return p;
    }

    /** The p values of a model, after further rounds for the tests that need them. */
    private double[] finished(
            Observed own, GroupStatistic[] statistics, int[] atLeast, int first, int most, long seed, int threads) {
        int[] open = IntStream.range(0, atLeast.length)
                .filter(f -> !Double.isNaN(own.values[f]) && atLeast[f] < ENOUGH && most > first)
                .toArray();
        int[][] further = new int[1][open.length];
        if (open.length > 0) {
            GroupStatistic[] wanted =
                    IntStream.of(open).mapToObj(f -> statistics[f]).toArray(GroupStatistic[]::new);
            Observed some = new Observed(
                    own.answers,
                    IntStream.of(open).mapToObj(f -> own.rates[f]).toArray(double[][]::new),
                    IntStream.of(open).mapToDouble(f -> own.values[f]).toArray());
            ParallelRange.map(
                            most - first,
                            threads,
                            (from, to) -> List.<int[][]>of(
                                    atLeast(first + from, first + to, seed, new Observed[] {some}, wanted)))
                    .forEach(part -> add(part, further));
        }
        double[] p = IntStream.range(0, atLeast.length)
                .mapToDouble(f -> Double.isNaN(own.values[f]) ? Double.NaN : (1.0 + atLeast[f]) / (1.0 + first))
                .toArray();
        for (int k = 0; k < open.length; k++) {
            p[open[k]] = (1.0 + atLeast[open[k]] + further[0][k]) / (1.0 + most);
        }
        return p;
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

    /** int[models][metrics]: number of rounds in {@code [from, to)} whose statistic is at least that of the sample. */
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

    /** int[groups][classes]: number of subjects, which is the same in every permutation. */
    private int[][] sizes() {
        int[][] sizes = new int[groups][classes];
        for (int i = 0; i < group.length; i++) {
            sizes[group[i]][truth[i]]++;
        }
        return sizes;
    }
}

package org.facies.subgroup;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facies.metric.HeldOutSubjects;

/**
 * The smallest difference between one group and all others that a single two-sided test at 5 % detects with a power of
 * 80 %: {@code (1.960 + 0.842) · s · sqrt(1/n + 1/(N - n))}, where s is the standard deviation of the metric within
 * classes, n the number of subjects of the smallest group that is tested and N that of all such groups (Cohen 1988,
 * section 2).
 */
final class DetectableDifference {
    private static final double FACTOR = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025)
            + NormalDistribution.of(0, 1).inverseCumulativeProbability(0.8);

    private DetectableDifference() {}

    /**
     * Computes the difference.
     *
     * @param subjects that one model classified
     * @param tested positions of subjects in groups that are compared
     * @param group int[tested], from 0
     * @param fewest number of subjects that a group needs to be tested
     * @return NaN if fewer than two groups have enough subjects
     */
    static double of(HeldOutSubjects subjects, TestedFigure figure, int[] tested, int[] group, int fewest) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] sizes = new int[groups];
        double[] sums = new double[subjects.classes().size()];
        int[] counts = new int[sums.length];
        int[] counted = IntStream.range(0, tested.length)
                .filter(k -> figure.counts(subjects.truth(tested[k])))
                .toArray();
        for (int k : counted) {
            int c = subjects.truth(tested[k]);
            sizes[group[k]]++;
            sums[c] += value(subjects, figure, tested[k]);
            counts[c]++;
        }
        int[] enough = Arrays.stream(sizes).filter(size -> size >= fewest).toArray();
        if (enough.length < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (int k : counted) {
            int c = subjects.truth(tested[k]);
            squares += Math.pow(value(subjects, figure, tested[k]) - sums[c] / counts[c], 2);
        }
        long classes = Arrays.stream(counts).filter(count -> count > 0).count();
        double deviation = Math.sqrt(squares / Math.max(1, counted.length - classes));
        double smallest = Arrays.stream(enough).min().orElseThrow();
        double others = Arrays.stream(enough).sum() - smallest;
        return FACTOR * deviation * Math.sqrt(1 / smallest + 1 / others);
    }

    private static double value(HeldOutSubjects subjects, TestedFigure figure, int i) {
        int[] byAnswer = new int[subjects.classes().size()];
        byAnswer[subjects.predicted(i)] = 1;
        return figure.sum(subjects.truth(i), byAnswer, subjects.confidence(i));
    }
}

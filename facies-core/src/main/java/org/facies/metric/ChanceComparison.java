package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import org.facies.statistic.LabelPermutation;

/**
 * A metric over subjects against that of permuted diagnoses; the predictions stay as they are.
 *
 * @param figure the key of the metric
 * @param value with the true diagnoses
 * @param meanOfShuffles mean over the permutations
 * @param p as of {@link LabelPermutation}
 * @param permutations how often the diagnoses were permuted
 */
public record ChanceComparison(String figure, double value, double meanOfShuffles, double p, int permutations) {
    private static final int PERMUTATIONS = 2000;

    static ChanceComparison of(List<Case> subjects, int classes, long seed) {
        int[] truth = subjects.stream().mapToInt(Case::truth).toArray();
        int[] predicted = new Sample(subjects, classes).predicted();
        long[][] counts = new long[classes][classes];
        LabelPermutation test = LabelPermutation.of(
                truth,
                labels -> {
                    count(labels, predicted, counts);
                    return new Confusion(counts).balancedAccuracy();
                },
                PERMUTATIONS,
                seed);
        return new ChanceComparison(
                Metric.BALANCED_ACCURACY.key(), test.observed(), test.mean(), test.p(), test.permutations());
    }

    private static void count(int[] labels, int[] predicted, long[][] counts) {
        for (long[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
    }
}

package org.facies.audit;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.statistic.Interval;

/**
 * Balanced accuracy with the true diagnoses, and with diagnoses shuffled between subjects: those must fall to chance, or
 * something other than the diagnosis connects the folds.
 *
 * @param truth with the diagnoses as they are
 * @param shuffled mean over the shuffles, and where 95 % of them lie
 * @param chance 1 / classes
 */
public record LabelPermutation(double truth, Measured shuffled, double chance) {
    private static final int SHUFFLES = 200;

    /** Further above chance than this, the mean of the shuffles is no chance. */
    private static final double TOLERANCE = 0.02;

    static LabelPermutation of(double[][] rows, Predictability.Design design) {
        LinearProbe probe = new LinearProbe(rows, design.folds());
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(design.seed());
        double[] figures = IntStream.range(0, SHUFFLES)
                .mapToDouble(i ->
                        accuracy(probe, Shuffle.withinFolds(design.labels(), design.folds(), random), design.classes()))
                .toArray();
        double mean = IntStream.range(0, SHUFFLES)
                .mapToDouble(i -> figures[i])
                .average()
                .orElseThrow();
        return new LabelPermutation(
                accuracy(probe, design.labels(), design.classes()),
                new Measured(mean, Interval.percentile(figures, 0.95)),
                1.0 / design.classes());
    }

    boolean isAlarming() {
        return shuffled.value() > chance + TOLERANCE;
    }

    private static double accuracy(LinearProbe probe, int[] labels, int classes) {
        int[] once = IntStream.generate(() -> 1).limit(labels.length).toArray();
        return new Judgements(probe.probabilities(labels, classes), labels, classes).balancedAccuracy(once);
    }
}

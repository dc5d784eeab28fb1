package org.facies.audit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.facies.metric.WeightedScores;
import org.facies.result.AuditReport.LabelPermutation;
import org.facies.result.Measured;
import org.facies.statistic.Interval;
import org.facies.statistic.LabelShuffle;
import org.facies.statistic.RandomStreams;
import org.facies.statistic.WeightedSum;

/** Computes {@link LabelPermutation}. */
final class LabelPermutationCheck {
    private static final int SHUFFLES = 200;

    private LabelPermutationCheck() {}

    static LabelPermutation of(double[][] rows, PredictabilityCheck.Design design) {
        LinearProbe probe = new LinearProbe(rows, design.folds());
        UniformRandomProvider random = RandomStreams.of(design.seed());
        double[] figures = IntStream.range(0, SHUFFLES)
                .mapToDouble(
                        i -> accuracy(probe, LabelShuffle.withinFolds(design.labels(), design.folds(), random), design))
                .toArray();
        double mean = Arrays.stream(figures).average().orElseThrow();
        return new LabelPermutation(
                accuracy(probe, design.labels(), design),
                new Measured(mean, Interval.percentile(figures, 0.95)),
                1.0 / design.classes());
    }

    /**
     * The probability of an alarm if the mean over {@link #SHUFFLES} permutations were that far above chance level.
     */
    static CheckPower power(LabelPermutation check, double aboveChance) {
        double shrink = Math.sqrt(SHUFFLES);
        Measured all = check.shuffled();
        Measured mean = new Measured(all.value(), all.low() / shrink, all.high() / shrink);
        return CheckPower.ofEffect(mean, aboveChance - LabelPermutation.TOLERANCE, 0.5);
    }

    private static double accuracy(LinearProbe probe, int[] labels, PredictabilityCheck.Design design) {
        int classes = design.classes();
        int[] once = WeightedSum.once(labels.length);
        return WeightedScores.of(probe.probabilities(labels, classes), labels, classes, design.folds())
                .balancedAccuracy(once);
    }
}

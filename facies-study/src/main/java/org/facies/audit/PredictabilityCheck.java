package org.facies.audit;

import org.apache.commons.rng.UniformRandomProvider;
import org.facies.metric.WeightedScores;
import org.facies.result.AuditReport.Predictability;
import org.facies.result.Measured;
import org.facies.statistic.Interval;
import org.facies.statistic.LabelShuffle;
import org.facies.statistic.RandomStreams;
import org.facies.statistic.StratifiedBootstrap;
import org.facies.statistic.WeightedSum;

/** Computes {@link Predictability}. */
final class PredictabilityCheck {
    private static final int RESAMPLES = 1000;
    private static final double LEVEL = 0.95;

    /** The test stops after this many permutations that are as good as the data. Besag and Clifford 1991. */
    private static final int ENOUGH = 20;

    /**
     * The labels to predict.
     *
     * @param labels int[subjects], classes from 0
     * @param folds int[subjects], the test fold of each subject
     */
    @SuppressWarnings("ArrayRecordComponent") // of this package, never changed
    record Design(int[] labels, int classes, int[] folds, int permutations, long seed) {}

    private PredictabilityCheck() {}

    /** @param rows double[subjects][d], finite */
    static Predictability of(double[][] rows, Design design) {
        LinearProbe probe = new LinearProbe(rows, design.folds());
        WeightedScores judged = judged(probe, design.labels(), design);
        int[] once = WeightedSum.once(rows.length);
        double auc = judged.auc(once);
        double[] accuracies = new double[RESAMPLES];
        double[] areas = new double[RESAMPLES];
        int[] at = {0};
        new StratifiedBootstrap(design.labels(), RESAMPLES, design.seed()).forEach(drawn -> {
            accuracies[at[0]] = judged.balancedAccuracy(drawn);
            areas[at[0]++] = judged.auc(drawn);
        });
        int done = 0;
        int asGood = 0;
        UniformRandomProvider random = RandomStreams.of(design.seed());
        while (done < design.permutations() && asGood < ENOUGH) {
            int[] shuffled = LabelShuffle.withinFolds(design.labels(), design.folds(), random);
            done++;
            asGood += judged(probe, shuffled, design).auc(once) >= auc ? 1 : 0;
        }
        double p = asGood == ENOUGH ? (double) asGood / done : (asGood + 1.0) / (done + 1);
        return new Predictability(
                new Measured(judged.balancedAccuracy(once), Interval.percentile(accuracies, LEVEL)),
                new Measured(auc, Interval.percentile(areas, LEVEL)),
                1.0 / design.classes(),
                p,
                done);
    }

    private static WeightedScores judged(LinearProbe probe, int[] labels, Design design) {
        return WeightedScores.of(
                probe.probabilities(labels, design.classes()), labels, design.classes(), design.folds());
    }
}

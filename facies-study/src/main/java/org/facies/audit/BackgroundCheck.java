package org.facies.audit;

import org.facies.metric.WeightedScores;
import org.facies.result.AuditReport.BackgroundEffect;
import org.facies.result.Measured;
import org.facies.statistic.Interval;
import org.facies.statistic.StratifiedBootstrap;
import org.facies.statistic.WeightedSum;

/** Computes {@link BackgroundEffect}. */
final class BackgroundCheck {
    private static final int RESAMPLES = 1000;

    private BackgroundCheck() {}

    static BackgroundEffect of(AuditedCohort audited, PredictabilityCheck.Design design) {
        WeightedScores whole = judged(audited.means(PhotoTrace::embedding), design);
        WeightedScores masked = judged(audited.means(PhotoTrace::withoutBackground), design);
        double[][] figures = new double[3][RESAMPLES];
        int[] at = {0};
        new StratifiedBootstrap(design.labels(), RESAMPLES, design.seed()).forEach(drawn -> {
            figures[0][at[0]] = whole.balancedAccuracy(drawn);
            figures[1][at[0]] = masked.balancedAccuracy(drawn);
            figures[2][at[0]] = figures[1][at[0]] - figures[0][at[0]];
            at[0]++;
        });
        int[] once = WeightedSum.once(design.labels().length);
        double a = whole.balancedAccuracy(once);
        double b = masked.balancedAccuracy(once);
        return new BackgroundEffect(
                new Measured(a, Interval.percentile(figures[0], 0.95)),
                new Measured(b, Interval.percentile(figures[1], 0.95)),
                new Measured(b - a, Interval.percentile(figures[2], 0.95)));
    }

    private static WeightedScores judged(double[][] rows, PredictabilityCheck.Design design) {
        return WeightedScores.of(
                LinearProbe.once(rows, design.folds(), design.labels(), design.classes()),
                design.labels(),
                design.classes(),
                design.folds());
    }
}

package org.facies.audit;

import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.StratifiedBootstrap;

/**
 * Balanced accuracy of a linear rule on the frozen network's embeddings, with the crops as they are and with a grey background.
 *
 * @param whole with the crops as they are
 * @param masked with all but an oval around the face made grey
 * @param change masked less whole, paired
 */
public record BackgroundEffect(Measured whole, Measured masked, Measured change) {
    private static final int RESAMPLES = 1000;

    /** A loss that is surely larger than this is more than what grey does to a network that never saw it. */
    private static final double TOLERATED_LOSS = 0.05;

    static BackgroundEffect of(AuditedCohort audited, Predictability.Design design) {
        Judgements whole = judged(audited.means(PhotoTrace::embedding), design);
        Judgements masked = judged(audited.means(PhotoTrace::withoutBackground), design);
        double[][] figures = new double[3][RESAMPLES];
        int[] at = {0};
        new StratifiedBootstrap(design.labels(), RESAMPLES, design.seed()).forEach(drawn -> {
            figures[0][at[0]] = whole.balancedAccuracy(drawn);
            figures[1][at[0]] = masked.balancedAccuracy(drawn);
            figures[2][at[0]] = figures[1][at[0]] - figures[0][at[0]];
            at[0]++;
        });
        int[] once = IntStream.generate(() -> 1).limit(design.labels().length).toArray();
        double a = whole.balancedAccuracy(once);
        double b = masked.balancedAccuracy(once);
        return new BackgroundEffect(
                new Measured(a, Interval.percentile(figures[0], 0.95)),
                new Measured(b, Interval.percentile(figures[1], 0.95)),
                new Measured(b - a, Interval.percentile(figures[2], 0.95)));
    }

    boolean isAlarming() {
        return change.high() < -TOLERATED_LOSS;
    }

    private static Judgements judged(double[][] rows, Predictability.Design design) {
        return new Judgements(
                new LinearProbe(rows, design.folds()).probabilities(design.labels(), design.classes()),
                design.labels(),
                design.classes());
    }
}

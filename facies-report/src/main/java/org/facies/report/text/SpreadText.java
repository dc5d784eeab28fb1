package org.facies.report.text;

import org.facies.metric.FoldSpread;

/**
 * How it is written that a metric varies over the folds.
 *
 * @param retrained the mean, with the 95 % interval for retraining on as many other subjects
 * @param sd sample standard deviation, NaN where undefined
 */
public record SpreadText(EstimateText retrained, double sd) {

    /** What is told where there is one fold only. */
    static final SpreadText NONE =
            new SpreadText(new EstimateText(Double.NaN, Double.NaN, Double.NaN, "", ""), Double.NaN);

    static SpreadText of(FoldSpread core) {
        EstimateText retrained = new EstimateText(
                core.mean(), core.retrained().low(), core.retrained().high(), core.method(), core.reason());
        return new SpreadText(retrained, core.sd());
    }

    /** NaN where undefined. */
    public double mean() {
        return retrained.value();
    }

    /** Why a part is undefined, or empty. */
    public String reason() {
        return retrained.reason();
    }

    /** {@code 0.846 ± 0.012}, or a dash with the reason, or empty if nothing was said. */
    public String text() {
        if (retrained.isDefined() && Double.isFinite(sd)) {
            return retrained.text() + "\u00a0±\u00a0" + Numbers.score(sd);
        }
        return reason().isEmpty() ? "" : "± " + Numbers.UNDEFINED + " " + reason();
    }
}

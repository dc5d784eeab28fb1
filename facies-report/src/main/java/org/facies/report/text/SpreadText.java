package org.facies.report.text;

import org.facies.metric.FoldSpread;

/**
 * The variation of a metric over the folds as text.
 *
 * @param retrained the mean over the folds, with the 95 % interval for retraining on a new cohort of the same size
 * @param sd sample standard deviation; NaN if undefined
 */
public record SpreadText(EstimateText retrained, double sd) {

    /** The text for a single fold: empty. */
    static final SpreadText NONE =
            new SpreadText(new EstimateText(Double.NaN, Double.NaN, Double.NaN, "", ""), Double.NaN);

    static SpreadText of(FoldSpread core) {
        EstimateText retrained = new EstimateText(
                core.mean(), core.retrained().low(), core.retrained().high(), core.method(), core.reason());
        return new SpreadText(retrained, core.sd());
    }

    /** The mean over the folds; NaN if undefined. */
    public double mean() {
        return retrained.value();
    }

    /** Why the mean or the interval is undefined, or empty. */
    public String reason() {
        return retrained.reason();
    }

    /** {@code 0.846 ± 0.012}, or a dash with the reason, or empty without a reason. */
    public String text() {
        if (retrained.isDefined() && Double.isFinite(sd)) {
            return retrained.text() + "\u00a0±\u00a0" + Numbers.score(sd);
        }
        return reason().isEmpty() ? "" : "± " + Numbers.UNDEFINED + " " + reason();
    }
}

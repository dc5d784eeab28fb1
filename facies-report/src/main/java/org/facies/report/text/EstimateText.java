package org.facies.report.text;

import org.facies.metric.Estimate;
import org.facies.statistic.Interval;

/**
 * A measured value as text.
 *
 * @param value NaN where undefined
 * @param low lower end of the 95 % interval; NaN without an interval
 * @param high upper end; NaN without an interval
 * @param method that made the interval, or empty
 * @param reason why the value is undefined, or empty
 */
public record EstimateText(double value, double low, double high, String method, String reason) {
    public static EstimateText of(Estimate core) {
        return of(core.value(), core.interval(), core.method(), core.reason());
    }

    /** An undefined value without a reason gets the reason "undefined". */
    public static EstimateText of(double value, Interval interval, String method, String reason) {
        String why = reason.isEmpty() && Double.isNaN(value) ? "undefined" : reason;
        return new EstimateText(value, interval.low(), interval.high(), method, why);
    }

    /** A number without an interval. */
    public static EstimateText plain(double value) {
        return of(value, Interval.UNDEFINED, "", "");
    }

    public boolean isDefined() {
        return Double.isFinite(value);
    }

    public boolean hasInterval() {
        return isDefined() && Double.isFinite(low) && Double.isFinite(high);
    }

    /** {@code 0.848}, or a dash. */
    public String text() {
        return Numbers.score(value);
    }

    /** {@code 0.830–0.865}, {@code −0.467 to −0.272}, or empty. */
    public String intervalText() {
        return hasInterval() ? Numbers.score(low) + (low < 0 ? " to " : "–") + Numbers.score(high) : "";
    }

    /** {@code 0.848 (0.830–0.865)}. */
    public String fullText() {
        return hasInterval() ? text() + " (" + intervalText() + ")" : text();
    }

    /** {@code 84.8 % (83.0–86.5 %)}, for sentences. */
    public String percentText() {
        if (!hasInterval()) {
            return Numbers.percent(value);
        }
        return Numbers.percent(value) + " (95\u00a0% interval " + percentIntervalText() + ")";
    }

    /** {@code 83.0–86.5 %}; requires an interval. */
    public String percentIntervalText() {
        return Numbers.percent(low).replace("\u00a0%", "") + "–" + Numbers.percent(high);
    }
}

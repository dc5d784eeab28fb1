package org.facies.report.section;

import org.facies.metric.Estimate;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;

/** Shares in sentences for people: whole per cent, with the 95 % interval. */
final class Share {
    private Share() {}

    /** {@code 77 % (95 % interval 68–83 %)}; a dash with the reason where it does not exist. */
    static String of(EstimateText estimate) {
        if (!estimate.isDefined()) {
            return Numbers.UNDEFINED + (estimate.reason().isEmpty() ? "" : " (" + estimate.reason() + ")");
        }
        return Numbers.roundPercent(estimate.value())
                + (estimate.hasInterval() ? " (95\u00a0% interval " + interval(estimate) + ")" : "");
    }

    static String of(Estimate estimate) {
        return of(EstimateText.of(estimate));
    }

    /** {@code 68–83 %}; only if there is an interval. */
    static String interval(EstimateText estimate) {
        return Numbers.roundPercent(estimate.low()).replace("\u00a0%", "")
                + (estimate.low() < 0 ? " to " : "–")
                + Numbers.roundPercent(estimate.high());
    }

    /** A share in per cent, all else with three decimals; with the interval. */
    static String orNumber(EstimateText estimate, boolean isShare) {
        if (isShare || !estimate.isDefined()) {
            return of(estimate);
        }
        return estimate.hasInterval()
                ? estimate.text() + " (95\u00a0% interval " + estimate.intervalText() + ")"
                : estimate.text();
    }
}

package org.facies.report.section;

import org.facies.metric.Estimate;
import org.facies.report.run.DisplayNames;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.SpreadText;

/**
 * A number in a table.
 *
 * @param value the number, or a dash
 * @param interval its interval, or empty
 * @param reason why there is no number, or empty
 * @param folds standard deviation over the folds, or another detail, or empty
 */
public record Cell(String value, String interval, String reason, String folds) {

    static Cell of(Estimate estimate) {
        return of(EstimateText.of(estimate));
    }

    static Cell of(EstimateText estimate) {
        return new Cell(estimate.text(), estimate.intervalText(), estimate.isDefined() ? "" : estimate.reason(), "");
    }

    /** The mean over the folds with the interval for retrained models, and the standard deviation. */
    static Cell of(SpreadText spread) {
        Cell mean = of(spread.retrained());
        String deviation = Double.isFinite(spread.sd()) ? "±\u00a0" + Numbers.score(spread.sd()) : "";
        return new Cell(mean.value, mean.interval, mean.reason, deviation);
    }

    static Cell plain(String value) {
        return new Cell(value, "", "", "");
    }

    /** The same with names of classes, not labels, in its reason. */
    public Cell naming(DisplayNames names) {
        String named = names.in(reason);
        String details = names.in(folds);
        return named.equals(reason) && details.equals(folds) ? this : new Cell(value, interval, named, details);
    }
}

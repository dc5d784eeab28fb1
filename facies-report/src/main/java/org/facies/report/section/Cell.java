package org.facies.report.section;

import org.facies.metric.Estimate;
import org.facies.report.text.EstimateText;
import org.facies.report.text.SpreadText;

/**
 * A number in a table.
 *
 * @param value the number, or a dash
 * @param interval its interval, or empty
 * @param reason why there is no number, or empty
 * @param folds mean and standard deviation over the folds, or empty
 */
public record Cell(String value, String interval, String reason, String folds) {

    static Cell of(Estimate estimate) {
        return of(EstimateText.of(estimate));
    }

    static Cell of(EstimateText estimate) {
        return new Cell(estimate.text(), estimate.intervalText(), estimate.isDefined() ? "" : estimate.reason(), "");
    }

    static Cell of(EstimateText estimate, SpreadText spread) {
        Cell pooled = of(estimate);
        return new Cell(pooled.value, pooled.interval, pooled.reason, spread.text());
    }

    static Cell plain(String value) {
        return new Cell(value, "", "", "");
    }
}

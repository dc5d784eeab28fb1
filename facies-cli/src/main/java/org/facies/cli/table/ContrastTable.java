package org.facies.cli.table;

import java.util.Locale;
import org.facies.contrast.ContrastFigure;
import org.facies.contrast.ContrastResults;
import org.facies.metric.Metric;
import org.facies.statistic.Interval;

/** The planned contrasts of a study in accuracy, for a terminal. */
public final class ContrastTable {
    private final ContrastResults contrasts;

    public ContrastTable(ContrastResults contrasts) {
        this.contrasts = contrasts;
    }

    /** The table, with lines of at most this many columns. */
    public String within(int columns) {
        TextTable table =
                new TextTable("contrast, percentage points of accuracy", "these models", "if retrained", "p (Holm)");
        contrasts.planned().forEach(result -> {
            ContrastFigure accuracy = result.get(Metric.ACCURACY);
            table.row(
                    result.contrast().name(),
                    points(
                            accuracy.theseModels().value(),
                            accuracy.theseModels().interval()),
                    points(accuracy.retrained().mean(), accuracy.retrained().retrained()),
                    Cells.p(result.accuracyTest().pHolm()));
        });
        return table.within(columns);
    }

    private static String points(double value, Interval interval) {
        if (Double.isNaN(value)) {
            return Cells.UNDEFINED;
        }
        String point = String.format(Locale.ROOT, "%+.1f", 100 * value);
        return Double.isNaN(interval.low())
                ? point
                : point + String.format(Locale.ROOT, " (%+.1f to %+.1f)", 100 * interval.low(), 100 * interval.high());
    }
}

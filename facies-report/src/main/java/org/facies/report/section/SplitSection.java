package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.SplitResults;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Points;

/**
 * How much a split by photo changes the results.
 *
 * @param rows for each model and metric
 */
public record SplitSection(List<Row> rows) {

    /**
     * One metric of one model.
     *
     * @param difference in points, by photo minus by subject
     */
    public record Row(String model, String metric, Cell bySubject, Cell byPhoto, Cell difference) {}

    public SplitSection {
        rows = List.copyOf(rows);
    }

    static SplitSection of(SplitResults results) {
        List<Row> rows = new ArrayList<>();
        results.models().forEach((name, model) -> {
            for (Metric metric : ContrastEvaluation.METRICS) {
                SplitResults.Figure figure = model.metrics().get(metric);
                rows.add(new Row(
                        name,
                        MetricText.title(metric),
                        Cell.of(figure.bySubject()),
                        Cell.of(figure.byPhoto()),
                        points(figure.difference())));
            }
        });
        return new SplitSection(rows);
    }

    private static Cell points(Estimate difference) {
        EstimateText text = EstimateText.of(difference);
        return new Cell(
                Points.of(difference.value()),
                Points.interval(difference.interval()),
                text.isDefined() ? "" : text.reason(),
                "");
    }
}

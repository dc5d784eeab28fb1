package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.metric.Baseline;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.chart.ForestPlot;
import org.facies.report.chart.Series;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;

/** Forest plots of the models. */
final class Forests {
    private Forests() {}

    static Svg ofMeasure(Run run, List<ModelKey> models, Metric measure, Baseline baseline) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (ModelKey model : models) {
            LevelText scores = run.scores(model.name(), Level.SUBJECT);
            rows.add(row(model, scores.measure(measure), scores.folds(measure)));
        }
        Optional<ForestPlot.Baseline> line = baseline.value(measure)
                .map(value -> new ForestPlot.Baseline(measure == Metric.AUC_OVR_MACRO ? "chance" : "baseline", value));
        String description = describe(rows)
                + line.map(b -> " " + b.label() + " " + Numbers.score(b.value()) + ".")
                        .orElse("");
        return ForestPlot.draw(
                "forest-" + measure.key().replace('_', '-'), MetricText.title(measure), description, line, rows);
    }

    /**
     * Recall of one class.
     *
     * @param index of the class, for the drawing's id
     */
    static Svg ofRecall(Run run, List<ModelKey> models, String diagnosis, int index) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (ModelKey model : models) {
            LevelText scores = run.scores(model.name(), Level.SUBJECT);
            rows.add(row(model, scores.ofClass(diagnosis, ClassMetric.RECALL), List.of()));
        }
        return ForestPlot.draw("recall-" + index, "Recall of " + diagnosis, describe(rows), Optional.empty(), rows);
    }

    /** Models and readers on the cases that readers judged. */
    static Svg ofReaders(ReadersText readers, List<ModelKey> models, List<ModelKey> people, Metric measure) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        models.forEach(model -> rows.add(row(model, readers.model(model.name(), measure), List.of())));
        people.forEach(person -> rows.add(row(person, readers.measure(person.name(), measure), List.of())));
        Optional<ForestPlot.Baseline> line =
                readers.baseline().value(measure).map(value -> new ForestPlot.Baseline("baseline", value));
        String title = MetricText.title(measure) + " of models and readers";
        return ForestPlot.draw("readers-" + measure.key().replace('_', '-'), title, describe(rows), line, rows);
    }

    /** A line of a plot. */
    record Entry(Series series, String label, EstimateText estimate) {}

    /** Lines of any kind. */
    static Svg of(String id, String title, List<Entry> entries) {
        List<ForestPlot.Row> rows = entries.stream().map(Forests::row).toList();
        return ForestPlot.draw(id, title, describe(rows), Optional.empty(), rows);
    }

    /** Shares, on an axis from 0 to 1. */
    static Svg ofShares(String id, String title, List<Entry> entries) {
        List<ForestPlot.Row> rows = entries.stream().map(Forests::row).toList();
        return ForestPlot.ofShares(id, title, describe(rows), rows);
    }

    private static ForestPlot.Row row(Entry entry) {
        return row(entry.series(), entry.label(), entry.estimate(), List.of());
    }

    private static ForestPlot.Row row(ModelKey model, EstimateText estimate, List<Double> folds) {
        return row(model.series(), model.name(), estimate, folds);
    }

    private static ForestPlot.Row row(Series series, String label, EstimateText estimate, List<Double> folds) {
        Optional<ForestPlot.Interval> interval = Optional.of(estimate)
                .filter(EstimateText::isDefined)
                .map(e -> e.hasInterval()
                        ? new ForestPlot.Interval(e.value(), e.low(), e.high())
                        : new ForestPlot.Interval(e.value(), e.value(), e.value()));
        return new ForestPlot.Row(series, label, estimate.fullText(), interval, folds);
    }

    private static String describe(List<ForestPlot.Row> rows) {
        return rows.stream().map(row -> row.label() + " " + row.text() + ".").collect(Collectors.joining(" "));
    }
}

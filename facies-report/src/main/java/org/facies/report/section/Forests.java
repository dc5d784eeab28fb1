package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Forest plots. All plots of whole metrics, of models and of readers, share one axis; so do the plots of the recall of
 * each class.
 */
final class Forests {
    /** Metrics of the models that have a plot. */
    static final List<Metric> OF_MODELS =
            List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUC_OVR_MACRO_WITHIN_FOLDS);

    /** Metrics of models and readers that have a plot. */
    static final List<Metric> OF_READERS = List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY);

    private final Map<String, Svg> drawn;

    private Forests(List<ForestPlot.Panel> panels) {
        List<Svg> drawings = ForestPlot.drawAll(panels);
        this.drawn = new LinkedHashMap<>();
        for (int i = 0; i < panels.size(); i++) {
            drawn.put(panels.get(i).id(), drawings.get(i));
        }
    }

    /** The plots of whole metrics. */
    static Forests ofMetrics(Run run) {
        List<ModelKey> models = ModelKey.of(run);
        List<ForestPlot.Panel> panels = new ArrayList<>();
        OF_MODELS.forEach(metric -> panels.add(panel(run, models, metric)));
        ReadersText.of(run.metrics()).ifPresent(readers -> {
            List<ModelKey> people = ReaderSection.people(run, readers);
            OF_READERS.forEach(metric -> panels.add(panel(readers, models, people, metric)));
        });
        return new Forests(panels);
    }

    /** The plots of the recall of each class. */
    static Forests ofRecalls(Run run) {
        List<ModelKey> models = ModelKey.of(run);
        List<ForestPlot.Panel> panels = new ArrayList<>();
        run.classes().forEach(name -> panels.add(panel(run, models, name, panels.size())));
        return new Forests(panels);
    }

    Svg ofModels(Metric metric) {
        return drawn.get(id("forest", metric));
    }

    /** Models and readers on the cases that readers judged. */
    Svg ofReaders(Metric metric) {
        return drawn.get(id("readers", metric));
    }

    /** @param index of the class */
    Svg ofRecall(int index) {
        return drawn.get("recall-" + index);
    }

    private static String id(String kind, Metric metric) {
        return kind + "-" + metric.key().replace('_', '-');
    }

    private static ForestPlot.Panel panel(Run run, List<ModelKey> models, Metric metric) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (ModelKey model : models) {
            LevelText scores = run.scores(model.name(), Level.SUBJECT);
            rows.add(row(model, scores.measure(metric), scores.folds(metric)));
        }
        Baseline baseline = run.baseline();
        Optional<ForestPlot.Baseline> line =
                baseline.value(metric).map(value -> new ForestPlot.Baseline("guessing", value));
        String description = describe(rows)
                + line.map(b -> " " + b.label() + " " + Numbers.score(b.value()) + ".")
                        .orElse("");
        return new ForestPlot.Panel(id("forest", metric), MetricText.title(metric), description, line, rows);
    }

    private static ForestPlot.Panel panel(Run run, List<ModelKey> models, String diagnosis, int index) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (ModelKey model : models) {
            LevelText scores = run.scores(model.name(), Level.SUBJECT);
            rows.add(row(model, scores.ofClass(diagnosis, ClassMetric.RECALL), List.of()));
        }
        return new ForestPlot.Panel(
                "recall-" + index, "Recall of " + run.names().of(diagnosis), describe(rows), Optional.empty(), rows);
    }

    private static ForestPlot.Panel panel(
            ReadersText readers, List<ModelKey> models, List<ModelKey> people, Metric metric) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        models.forEach(model -> rows.add(row(model, readers.model(model.name(), metric), List.of())));
        people.forEach(person -> rows.add(row(person, readers.measure(person.name(), metric), List.of())));
        Optional<ForestPlot.Baseline> line =
                readers.baseline().value(metric).map(value -> new ForestPlot.Baseline("guessing", value));
        String title = MetricText.title(metric) + " of models and readers";
        return new ForestPlot.Panel(id("readers", metric), title, describe(rows), line, rows);
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

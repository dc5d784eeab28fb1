package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facies.metric.BelowChance;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.report.chart.RocChart;
import org.facies.report.chart.RocCurve;
import org.facies.report.chart.Svg;
import org.facies.report.run.Outcomes;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.statistic.Interval;

/**
 * ROC curves of every class compared with all others, over subjects, with readers as points.
 *
 * @param readers a sentence about the points, or empty
 * @param belowChance the areas whose interval lies below 0.5 and how to read them, or empty
 */
public record RocSection(List<Panel> panels, String readers, String belowChance) {

    /** One class. */
    public record Panel(String diagnosis, Svg chart, List<Legend> legend) {
        public Panel {
            legend = List.copyOf(legend);
        }
    }

    /** A model and the area under its curve, or a reader with sensitivity and specificity. */
    public record Legend(Svg swatch, String model, String auc) {}

    public RocSection {
        panels = List.copyOf(panels);
    }

    static RocSection of(Run run) {
        List<ModelKey> models = ModelKey.of(run).stream()
                .filter(model -> run.outcomes().containsKey(model.name()))
                .toList();
        List<Panel> panels = new ArrayList<>();
        List<String> classes = run.classes();
        for (int i = 0; i < classes.size(); i++) {
            List<RocChart.Curve> curves = curves(run, models, classes.get(i));
            if (!curves.isEmpty()) {
                panels.add(panel(run, models, classes.get(i), "roc-" + i, curves));
            }
        }
        String points = ReadersText.of(run.metrics())
                .map(readers ->
                        "Marks without a curve are the readers, on the " + readers.cases() + " that they judged.")
                .orElse("");
        return new RocSection(panels, points, belowChance(run, models));
    }

    private static String belowChance(Run run, List<ModelKey> models) {
        List<String> below = new ArrayList<>();
        for (ModelKey model : models) {
            for (String diagnosis : run.classes()) {
                EstimateText area =
                        run.scores(model.name(), Level.SUBJECT).ofClass(diagnosis, ClassMetric.AUC_OVR_WITHIN_FOLDS);
                if (area.hasInterval() && BelowChance.isShownBy(new Interval(area.low(), area.high()))) {
                    below.add(model.name() + " for " + run.names().of(diagnosis) + ", " + area.fullText());
                }
            }
        }
        return below.isEmpty() ? "" : "Below chance: " + Phrases.list(below) + ". " + BelowChance.SENTENCE;
    }

    private static List<RocChart.Reader> points(Run run, String diagnosis) {
        List<RocChart.Reader> points = new ArrayList<>();
        ReadersText.of(run.metrics())
                .ifPresent(readers -> ReaderSection.people(run, readers).forEach(person -> {
                    EstimateText recall = readers.ofClass(person.name(), diagnosis, ClassMetric.RECALL);
                    EstimateText specificity = readers.ofClass(person.name(), diagnosis, ClassMetric.SPECIFICITY);
                    if (recall.isDefined() && specificity.isDefined()) {
                        points.add(new RocChart.Reader(
                                person.series(), person.name(), 1 - specificity.value(), recall.value()));
                    }
                }));
        return points;
    }

    private static List<RocChart.Curve> curves(Run run, List<ModelKey> models, String diagnosis) {
        List<RocChart.Curve> curves = new ArrayList<>();
        for (ModelKey model : models) {
            Outcomes outcomes = run.outcomes().get(model.name());
            if (outcomes.isMixed(diagnosis)) {
                RocCurve roc = RocCurve.of(outcomes.scores(diagnosis), outcomes.positive(diagnosis));
                curves.add(new RocChart.Curve(model.series(), model.name(), roc));
            }
        }
        return curves;
    }

    private static Panel panel(
            Run run, List<ModelKey> models, String diagnosis, String id, List<RocChart.Curve> curves) {
        List<Legend> legend = models.stream()
                .map(model -> new Legend(model.swatch(), model.name(), auc(run, model, diagnosis)))
                .toList();
        List<RocChart.Reader> readers = points(run, diagnosis);
        String description = "Area under the ROC curve: "
                + legend.stream()
                        .map(entry -> entry.model() + " " + entry.auc())
                        .collect(Collectors.joining(", ")) + "."
                + readers.stream().map(RocSection::described).collect(Collectors.joining());
        String title = "ROC curves of " + run.names().of(diagnosis) + " against all others";
        Svg chart = RocChart.draw(id, title, description, curves, readers);
        return new Panel(
                run.names().of(diagnosis),
                ReadersText.of(run.metrics())
                        .filter(text -> !readers.isEmpty())
                        .map(text -> text.marked(chart))
                        .orElse(chart),
                withReaders(legend, readers));
    }

    private static String described(RocChart.Reader reader) {
        return " Reader " + reader.label() + ": sensitivity " + Numbers.score(reader.sensitivity()) + ", specificity "
                + Numbers.score(1 - reader.falsePositiveRate()) + ".";
    }

    private static List<Legend> withReaders(List<Legend> models, List<RocChart.Reader> readers) {
        List<Legend> all = new ArrayList<>(models);
        readers.forEach(reader -> all.add(new Legend(
                reader.series().markOnly(),
                reader.label(),
                Numbers.score(reader.sensitivity()) + " at " + Numbers.score(1 - reader.falsePositiveRate()))));
        return all;
    }

    /** The area within folds, and where there are several that of the drawn curve, which pools them. */
    private static String auc(Run run, ModelKey model, String diagnosis) {
        LevelText scores = run.scores(model.name(), Level.SUBJECT);
        EstimateText pooled = scores.ofClass(diagnosis, ClassMetric.AUC);
        EstimateText within = scores.ofClass(diagnosis, ClassMetric.AUC_OVR_WITHIN_FOLDS);
        return scores.hasFolds() && within.isDefined()
                ? within.fullText() + "; this curve, pooled: " + pooled.text()
                : pooled.fullText();
    }
}

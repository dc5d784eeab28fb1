package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.report.chart.RocChart;
import org.facies.report.chart.RocCurve;
import org.facies.report.chart.Svg;
import org.facies.report.run.Estimate;
import org.facies.report.run.Outcomes;
import org.facies.report.run.Run;

/** ROC curves of every class against all others, over subjects. */
public record RocSection(List<Panel> panels) {

    /** One class. */
    public record Panel(String diagnosis, Svg chart, List<Legend> legend) {
        public Panel {
            legend = List.copyOf(legend);
        }
    }

    /** A model and the area under its curve. */
    public record Legend(Svg swatch, String model, String auc) {}

    public RocSection {
        panels = List.copyOf(panels);
    }

    static RocSection of(Run run) {
        List<ModelKey> models = ModelKey.of(run).stream()
                .filter(model -> run.outcomes().containsKey(model.name()))
                .toList();
        List<Panel> panels = new ArrayList<>();
        List<String> classes = run.metrics().classes();
        for (int i = 0; i < classes.size(); i++) {
            List<RocChart.Curve> curves = curves(run, models, classes.get(i));
            if (!curves.isEmpty()) {
                panels.add(panel(run, models, classes.get(i), "roc-" + i, curves));
            }
        }
        return new RocSection(panels);
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
                .map(model -> new Legend(
                        model.swatch(), model.name(), auc(run, model, diagnosis).fullText()))
                .toList();
        String description = "Area under the curve: "
                + legend.stream()
                        .map(entry -> entry.model() + " " + entry.auc())
                        .collect(Collectors.joining(", ")) + ".";
        String title = "ROC curves of " + diagnosis + " against all others";
        return new Panel(diagnosis, RocChart.draw(id, title, description, curves), legend);
    }

    private static Estimate auc(Run run, ModelKey model, String diagnosis) {
        return run.metrics().scores(model.name(), Level.SUBJECT).ofClass(diagnosis, ClassMetric.AUC);
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.report.chart.PrecisionRecallChart;
import org.facies.report.chart.PrecisionRecallCurve;
import org.facies.report.chart.Svg;
import org.facies.report.run.Outcomes;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;

/** Precision-recall curves of every class compared with all others, over subjects. */
public record PrecisionRecallSection(List<Panel> panels) {

    /**
     * One class.
     *
     * @param share of the class among all subjects
     * @param legend models with their average precision
     */
    public record Panel(String diagnosis, String share, Svg chart, List<RocSection.Legend> legend) {
        public Panel {
            legend = List.copyOf(legend);
        }
    }

    public PrecisionRecallSection {
        panels = List.copyOf(panels);
    }

    static PrecisionRecallSection of(Run run) {
        List<ModelKey> models = ModelKey.of(run).stream()
                .filter(model -> run.outcomes().containsKey(model.name()))
                .toList();
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < run.classes().size(); i++) {
            String diagnosis = run.classes().get(i);
            List<ModelKey> able = models.stream()
                    .filter(model -> run.outcomes().get(model.name()).isMixed(diagnosis))
                    .toList();
            if (!able.isEmpty()) {
                panels.add(panel(run, able, diagnosis, "pr-" + i));
            }
        }
        return new PrecisionRecallSection(panels);
    }

    private static Panel panel(Run run, List<ModelKey> models, String diagnosis, String id) {
        List<PrecisionRecallChart.Curve> curves = new ArrayList<>();
        List<RocSection.Legend> legend = new ArrayList<>();
        double share = 0;
        for (ModelKey model : models) {
            Outcomes outcomes = run.outcomes().get(model.name());
            boolean[] positive = outcomes.positive(diagnosis);
            PrecisionRecallCurve curve = PrecisionRecallCurve.of(outcomes.scores(diagnosis), positive);
            share = curve.steps().get(curve.steps().size() - 1).precision();
            curves.add(new PrecisionRecallChart.Curve(model.series(), model.name(), curve));
            legend.add(new RocSection.Legend(
                    model.swatch(),
                    model.name(),
                    run.scores(model.name(), Level.SUBJECT)
                            .ofClass(diagnosis, ClassMetric.AVERAGE_PRECISION)
                            .fullText()));
        }
        String description = "Average precision: "
                + legend.stream()
                        .map(entry -> entry.model() + " " + entry.auc())
                        .collect(Collectors.joining(", ")) + ".";
        Svg chart = PrecisionRecallChart.draw(
                id, "Precision and recall of " + run.names().of(diagnosis), description, share, curves);
        return new Panel(run.names().of(diagnosis), Numbers.percent(share), chart, legend);
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.chart.Reliability;
import org.facies.report.chart.ReliabilityChart;
import org.facies.report.chart.Svg;
import org.facies.report.run.Outcomes;
import org.facies.report.run.Run;

/** Whether a confidence of 80 % means right in 80 of 100 cases, over subjects. */
public record CalibrationSection(List<Panel> panels) {

    /** One model. */
    public record Panel(String model, Svg chart, String error) {}

    public CalibrationSection {
        panels = List.copyOf(panels);
    }

    static CalibrationSection of(Run run) {
        List<Panel> panels = new ArrayList<>();
        for (ModelKey model : ModelKey.of(run)) {
            if (run.outcomes().containsKey(model.name())) {
                panels.add(panel(run, model));
            }
        }
        return new CalibrationSection(panels);
    }

    private static Panel panel(Run run, ModelKey model) {
        Outcomes outcomes = run.outcomes().get(model.name());
        Reliability reliability = Reliability.of(outcomes.confidence(), outcomes.right());
        String error = run.metrics()
                .scores(model.name(), Level.SUBJECT)
                .measure(Metric.ECE15)
                .fullText();
        Svg chart = ReliabilityChart.draw(
                "calibration-" + model.series().index(),
                "Reliability of " + model.name(),
                "Calibration error " + error + ".",
                model.series(),
                reliability);
        return new Panel(model.name(), chart, error);
    }
}

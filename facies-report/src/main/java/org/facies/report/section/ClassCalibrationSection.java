package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.calibration.ClassCalibration;
import org.facies.metric.ClassCurves;
import org.facies.report.chart.ClassCalibrationChart;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;

/** Whether the probability of each class is calibrated, over subjects, as the models give it. */
public record ClassCalibrationSection(ByModel<Model> models) {

    /**
     * One model.
     *
     * @param panels a chart for each class
     * @param rows slope and intercept of each class; empty where metrics.json has none
     */
    public record Model(String name, List<Panel> panels, List<ModelSection.Row> rows) {
        public Model {
            panels = List.copyOf(panels);
            rows = List.copyOf(rows);
        }
    }

    /** One class. */
    public record Panel(String diagnosis, Svg chart) {}

    static ClassCalibrationSection of(Run run) {
        return new ClassCalibrationSection(ByModel.of(
                run, ModelKey.of(run).stream().map(model -> model(run, model)).toList(), Model::name));
    }

    private static Model model(Run run, ModelKey model) {
        List<Panel> panels = new ArrayList<>();
        for (Map.Entry<String, ClassCurves> one :
                run.model(model.name()).curves().entrySet()) {
            Svg chart = ClassCalibrationChart.draw(
                    "class-calibration-" + model.series().index() + "-" + panels.size(),
                    "Calibration of " + run.names().of(one.getKey()) + " by " + model.name(),
                    one.getValue().calibration().size() + " bins of the probability hold children.",
                    model.series(),
                    one.getValue().calibration());
            panels.add(new Panel(run.names().of(one.getKey()), chart));
        }
        List<ModelSection.Row> rows = new ArrayList<>();
        Map<String, ClassCalibration> fits =
                run.model(model.name()).classCalibration().orElse(Map.of());
        fits.forEach((name, fit) -> rows.add(
                new ModelSection.Row(run.names().of(name), List.of(Cell.of(fit.slope()), Cell.of(fit.intercept())))));
        return new Model(model.name(), panels, rows);
    }
}

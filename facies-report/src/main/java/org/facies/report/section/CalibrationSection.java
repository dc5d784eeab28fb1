package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.calibration.CalibrationEvaluation;
import org.facies.calibration.CalibrationFigures;
import org.facies.calibration.ScalingMethod;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.chart.Reliability;
import org.facies.report.chart.ReliabilityChart;
import org.facies.report.chart.Svg;
import org.facies.report.run.Outcomes;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * Whether a confidence of 80 % means correct in 80 of 100 cases, over subjects, before and after calibration.
 *
 * @param fittedOn the children on whom the calibration was fitted
 * @param answer in a sentence, of the headline's model
 * @param panels diagrams as the models give their probabilities
 * @param scaled the effect of calibration; empty if metrics.json has none
 */
public record CalibrationSection(String fittedOn, String answer, ByModel<Panel> panels, ByModel<Scaled> scaled) {
    private static final Map<String, String> ROWS = rows();

    /** One model. */
    public record Panel(String model, Svg chart, String error) {}

    /**
     * One model after calibration.
     *
     * @param chosen how the probabilities were calibrated: the method, and in how many folds
     * @param atBound the meaning of a temperature at a bound of its search; empty if there is none
     */
    public record Scaled(
            String model, Svg chart, String error, String chosen, String atBound, List<ModelSection.Row> rows) {
        public Scaled {
            rows = List.copyOf(rows);
        }
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("before", "not calibrated");
        rows.put("temperature", "one temperature");
        rows.put("vector", "slope and shift for each class");
        rows.put("after", "calibrated (method chosen)");
        rows.put("change", "change by calibration");
        return rows;
    }

    static CalibrationSection of(Run run) {
        Map<String, Svg> drawn = drawn(run);
        List<Panel> panels = new ArrayList<>();
        List<Scaled> scaled = new ArrayList<>();
        for (ModelKey model : ModelKey.of(run)) {
            Optional.ofNullable(drawn.get(before(model)))
                    .ifPresent(chart -> panels.add(new Panel(model.name(), chart, error(run, model))));
            run.model(model.name())
                    .calibration()
                    .ifPresent(found -> scaled.add(scaled(model, drawn.get(after(model)), found)));
        }
        ByModel<Panel> shown = ByModel.of(run, panels, Panel::model);
        return new CalibrationSection(
                run.teachers(), answer(run, shown), shown, ByModel.of(run, scaled, Scaled::model));
    }

    private static String answer(Run run, ByModel<Panel> panels) {
        return panels.headline().stream()
                .findFirst()
                .map(panel -> {
                    String model = panel.model();
                    String given = points(run.scores(model, Level.SUBJECT).measure(Metric.ECE15));
                    String after = run.model(model)
                            .calibration()
                            .map(found -> ", and by "
                                    + points(EstimateText.of(found.after().ece15())) + " points after calibration")
                            .orElse("");
                    return "The confidence of " + model + " and its accuracy differ by " + given + " points on average"
                            + after + ".";
                })
                .orElse("");
    }

    private static String points(EstimateText error) {
        return error.isDefined() ? Numbers.axis(Math.rint(100 * error.value())) : Numbers.UNDEFINED;
    }

    /** All diagrams of the section by their id; they are compared with each other. */
    private static Map<String, Svg> drawn(Run run) {
        List<ReliabilityChart.Panel> panels = new ArrayList<>();
        for (ModelKey model : ModelKey.of(run)) {
            Optional.ofNullable(run.outcomes().get(model.name()))
                    .ifPresent(outcomes -> panels.add(panel(model, outcomes, error(run, model))));
            run.model(model.name()).calibration().ifPresent(found -> panels.add(panel(model, found)));
        }
        List<Svg> drawings = ReliabilityChart.drawAll(panels);
        return drawings.stream().collect(Collectors.toMap(Svg::id, drawing -> drawing));
    }

    private static String before(ModelKey model) {
        return "calibration-" + model.series().index();
    }

    private static String after(ModelKey model) {
        return "calibrated-" + model.series().index();
    }

    private static String error(Run run, ModelKey model) {
        return run.scores(model.name(), Level.SUBJECT).measure(Metric.ECE15).fullText();
    }

    private static ReliabilityChart.Panel panel(ModelKey model, Outcomes outcomes, String error) {
        return new ReliabilityChart.Panel(
                before(model),
                "Reliability of " + model.name(),
                "Calibration error " + error + ".",
                model.series(),
                Reliability.of(outcomes.confidence(), outcomes.correct()));
    }

    private static ReliabilityChart.Panel panel(ModelKey model, CalibrationEvaluation calibration) {
        List<Reliability.Bin> bins = calibration.reliabilityAfter().stream()
                .map(bin -> new Reliability.Bin(
                        bin.index(), bin.n(), bin.confidence(), bin.correct().value()))
                .toList();
        return new ReliabilityChart.Panel(
                after(model),
                "Reliability of " + model.name() + " after calibration",
                "Calibration error "
                        + EstimateText.of(calibration.after().ece15()).text() + ".",
                model.series(),
                new Reliability(bins));
    }

    private static Scaled scaled(ModelKey model, Svg chart, CalibrationEvaluation calibration) {
        List<ModelSection.Row> rows = new ArrayList<>();
        ROWS.forEach((key, words) -> {
            CalibrationFigures row = figures(calibration, key);
            rows.add(new ModelSection.Row(
                    words, List.of(Cell.of(row.logLoss()), Cell.of(row.brierSum()), Cell.of(row.ece15()))));
        });
        Temperatures temperatures = Temperatures.of(calibration.fits());
        return new Scaled(
                model.name(),
                chart,
                EstimateText.of(calibration.after().ece15()).text(),
                chosen(calibration.fits(), temperatures),
                temperatures.atBound(model.name()),
                rows);
    }

    private static CalibrationFigures figures(CalibrationEvaluation calibration, String row) {
        return switch (row) {
            case "before" -> calibration.before();
            case "temperature" -> calibration.temperature();
            case "vector" -> calibration.vector();
            case "after" -> calibration.after();
            case "change" -> calibration.change();
            default -> throw new IllegalArgumentException(row);
        };
    }

    /**
     * {@code calibrated with one temperature, 1.76 to 2.04 over the folds}; with several methods {@code calibrated with
     * one temperature, 1.76 to 2.04, in 4 folds and with a slope and a shift for each class in 1 fold}.
     */
    private static String chosen(List<CalibrationEvaluation.FoldScaling> fits, Temperatures temperatures) {
        Map<ScalingMethod, Long> counts = fits.stream()
                .collect(Collectors.groupingBy(
                        CalibrationEvaluation.FoldScaling::method, LinkedHashMap::new, Collectors.counting()));
        if (counts.keySet().equals(Set.of(ScalingMethod.TEMPERATURE))) {
            return "calibrated with one temperature, " + temperatures.range()
                    + (fits.size() > 1 ? " over the folds" : "");
        }
        return Phrases.list(counts.entrySet().stream()
                .map(entry -> method(entry.getKey(), temperatures)
                        + (fits.size() > 1 ? " in " + Phrases.counted(entry.getValue(), "fold") : ""))
                .toList());
    }

    private static String method(ScalingMethod method, Temperatures temperatures) {
        return switch (method) {
            case NONE -> "not calibrated";
            case TEMPERATURE -> "calibrated with one temperature, " + temperatures.range() + ",";
            case VECTOR -> "calibrated with a slope and a shift for each class";
        };
    }
}

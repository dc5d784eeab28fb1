package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.calibration.CalibrationEvaluation;
import org.facies.calibration.CalibrationFigures;
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
 * Whether a confidence of 80 % means right in 80 of 100 cases, over subjects, before and after scaling.
 *
 * @param teachers on whom the scaling was learnt
 * @param panels diagrams as the models give their probabilities
 * @param scaled what scaling did; empty where metrics.json does not tell
 */
public record CalibrationSection(String teachers, List<Panel> panels, List<Scaled> scaled) {
    private static final Map<String, String> ROWS = rows();

    /** One model. */
    public record Panel(String model, Svg chart, String error) {}

    /**
     * One model after scaling.
     *
     * @param chosen which method was chosen in how many folds
     */
    public record Scaled(String model, Svg chart, String error, String chosen, List<ModelSection.Row> rows) {
        public Scaled {
            rows = List.copyOf(rows);
        }
    }

    public CalibrationSection {
        panels = List.copyOf(panels);
        scaled = List.copyOf(scaled);
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("before", "as given");
        rows.put("temperature", "one temperature");
        rows.put("vector", "slope and shift for each class");
        rows.put("after", "chosen there");
        rows.put("change", "chosen less as given");
        return rows;
    }

    static CalibrationSection of(Run run) {
        List<Panel> panels = new ArrayList<>();
        List<Scaled> scaled = new ArrayList<>();
        for (ModelKey model : ModelKey.of(run)) {
            if (run.outcomes().containsKey(model.name())) {
                panels.add(panel(run, model));
            }
            run.model(model.name()).calibration().ifPresent(found -> scaled.add(scaled(model, found)));
        }
        return new CalibrationSection(run.teachers(), panels, scaled);
    }

    private static Panel panel(Run run, ModelKey model) {
        Outcomes outcomes = run.outcomes().get(model.name());
        Reliability reliability = Reliability.of(outcomes.confidence(), outcomes.right());
        String error =
                run.scores(model.name(), Level.SUBJECT).measure(Metric.ECE15).fullText();
        Svg chart = ReliabilityChart.draw(
                "calibration-" + model.series().index(),
                "Reliability of " + model.name(),
                "Calibration error " + error + ".",
                model.series(),
                reliability);
        return new Panel(model.name(), chart, error);
    }

    private static Scaled scaled(ModelKey model, CalibrationEvaluation calibration) {
        EstimateText error = EstimateText.of(calibration.after().ece15());
        List<Reliability.Bin> bins = calibration.reliabilityAfter().stream()
                .map(bin -> new Reliability.Bin(
                        bin.index(), bin.n(), bin.confidence(), bin.correct().value()))
                .toList();
        Svg chart = ReliabilityChart.draw(
                "calibrated-" + model.series().index(),
                "Reliability of " + model.name() + " after scaling",
                "Calibration error " + error.text() + ".",
                model.series(),
                new Reliability(bins));
        List<ModelSection.Row> rows = new ArrayList<>();
        ROWS.forEach((key, words) -> {
            CalibrationFigures row = figures(calibration, key);
            rows.add(new ModelSection.Row(
                    words, List.of(Cell.of(row.logLoss()), Cell.of(row.brierSum()), Cell.of(row.ece15()))));
        });
        return new Scaled(model.name(), chart, Numbers.score(error.value()), chosen(calibration.fits()), rows);
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

    private static String chosen(List<CalibrationEvaluation.FoldScaling> fits) {
        Map<String, Long> counts = fits.stream()
                .collect(Collectors.groupingBy(fit -> fit.method().key(), LinkedHashMap::new, Collectors.counting()));
        return Phrases.list(counts.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + Phrases.counted(entry.getValue(), "fold"))
                .toList());
    }
}

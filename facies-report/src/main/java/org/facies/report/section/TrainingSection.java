package org.facies.report.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.report.chart.Point;
import org.facies.report.chart.Svg;
import org.facies.report.chart.TrainingChart;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.TrainingHistory;
import org.facies.result.TrainingVerdict;

/** Training loss by epoch. */
public record TrainingSection(String answer, ByModel<Panel> panels) {

    /**
     * One model.
     *
     * @param verdict the problem of its trainings and the number of folds concerned, or empty
     */
    public record Panel(String model, Svg chart, String summary, String verdict) {}

    static TrainingSection of(Run run) {
        List<TrainingChart.Panel> charts = new ArrayList<>();
        List<String> models = new ArrayList<>();
        List<String> summaries = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        for (ModelKey model : ModelKey.of(run)) {
            List<TrainingChart.Curve> curves =
                    run.histories().getOrDefault(model.name(), Collections.emptySortedMap()).entrySet().stream()
                            .map(fold -> curve(fold.getKey(), fold.getValue()))
                            .filter(curve -> !curve.losses().isEmpty())
                            .toList();
            if (!curves.isEmpty()) {
                String summary = summary(curves);
                models.add(model.name());
                summaries.add(summary);
                verdicts.add(verdict(run, model.name()));
                charts.add(new TrainingChart.Panel(
                        "training-" + model.series().index(),
                        "Training loss of " + model.name(),
                        summary + ".",
                        model.series(),
                        curves));
            }
        }
        List<Svg> drawn = TrainingChart.drawAll(charts);
        List<Panel> panels = IntStream.range(0, drawn.size())
                .mapToObj(i -> new Panel(models.get(i), drawn.get(i), summaries.get(i), verdicts.get(i)))
                .toList();
        return new TrainingSection(answer(panels), ByModel.of(run, panels, Panel::model));
    }

    private static String answer(List<Panel> panels) {
        List<String> flawed = panels.stream()
                .filter(panel -> !panel.verdict().isEmpty())
                .map(Panel::model)
                .toList();
        return flawed.isEmpty()
                ? "The training loss fell in every model, as it should."
                : "Check the training of " + Phrases.list(flawed) + ": a note below the chart says what is wrong.";
    }

    /** Models whose training did not work, a sentence each. */
    static List<String> alarms(Run run) {
        return run.models().stream()
                .filter(model -> worst(run, model).isAlarm())
                .map(model -> model + ": " + verdict(run, model))
                .toList();
    }

    /** Models of the contrasts that were trained too little: a sentence for each verdict. */
    static List<String> undertrained(Run run) {
        return run.planned().contrasts().stream()
                .flatMap(contrasts -> contrasts.planned().stream())
                .flatMap(result -> result.contrast().weights().keySet().stream())
                .distinct()
                .filter(model -> worst(run, model) == TrainingVerdict.UNDERTRAINED)
                .collect(Collectors.groupingBy(model -> verdict(run, model), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(alike -> Phrases.list(alike.getValue()) + ": " + alike.getKey())
                .toList();
    }

    private static TrainingVerdict worst(Run run, String model) {
        return TrainingVerdict.ofFolds(run.histories()
                .getOrDefault(model, Collections.emptySortedMap())
                .values());
    }

    private static String verdict(Run run, String model) {
        Collection<TrainingHistory> folds = run.histories()
                .getOrDefault(model, Collections.emptySortedMap())
                .values();
        TrainingVerdict worst = TrainingVerdict.ofFolds(folds);
        long like = folds.stream()
                .filter(history -> TrainingVerdict.of(history) == worst)
                .count();
        return worst == TrainingVerdict.SOUND
                ? ""
                : worst.sentence() + " This is so in " + like + " of " + Phrases.counted(folds.size(), "fold") + ".";
    }

    private static TrainingChart.Curve curve(int fold, TrainingHistory history) {
        List<Point> losses = history.epochs().stream()
                .filter(epoch -> Double.isFinite(epoch.trainLoss()))
                .map(epoch -> new Point(epoch.number(), epoch.trainLoss()))
                .toList();
        return new TrainingChart.Curve("fold " + fold, losses);
    }

    private static String summary(List<TrainingChart.Curve> curves) {
        return Phrases.counted(curves.size(), "fold") + ", mean loss " + Numbers.score(mean(curves, 0))
                + " in the first epoch and " + Numbers.score(mean(curves, -1)) + " in the last";
    }

    /** Mean over the folds of the loss at a position, -1 for the last. */
    private static double mean(List<TrainingChart.Curve> curves, int position) {
        return curves.stream()
                .map(TrainingChart.Curve::losses)
                .mapToDouble(losses ->
                        losses.get(Math.floorMod(position, losses.size())).y())
                .average()
                .orElseThrow();
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.RepeatResults;
import org.facies.metric.FoldSpread;
import org.facies.metric.Metric;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * The results of several divisions into folds and several seeds.
 *
 * @param summary the number of repeats
 * @param columns of both tables
 * @param means a row for each model: the mean over the repeats, with the interval for these models
 * @param retrained the same, if everything were trained again
 * @param spreads a row for each model and source of variance
 */
public record RepeatSection(
        String summary,
        List<String> columns,
        List<ModelSection.Row> means,
        List<ModelSection.Row> retrained,
        List<Spread> spreads) {

    /** Standard deviations of one model's accuracy in points. */
    public record Spread(String model, String children, String division, String seed, String lowest, String highest) {}

    public RepeatSection {
        columns = List.copyOf(columns);
        means = List.copyOf(means);
        retrained = List.copyOf(retrained);
        spreads = List.copyOf(spreads);
    }

    static RepeatSection of(RepeatResults results) {
        List<ModelSection.Row> means = new ArrayList<>();
        List<ModelSection.Row> retrained = new ArrayList<>();
        List<Spread> spreads = new ArrayList<>();
        results.models().forEach((name, model) -> {
            means.add(new ModelSection.Row(
                    name,
                    ContrastEvaluation.METRICS.stream()
                            .map(metric -> Cell.of(model.metrics().get(metric).theseModels()))
                            .toList()));
            retrained.add(new ModelSection.Row(
                    name,
                    ContrastEvaluation.METRICS.stream()
                            .map(metric -> cell(model.metrics().get(metric).retrained()))
                            .toList()));
            spreads.add(spread(name, model.metrics().get(Metric.ACCURACY)));
        });
        return new RepeatSection(
                summary(results),
                ContrastEvaluation.METRICS.stream().map(MetricText::title).toList(),
                means,
                retrained,
                spreads);
    }

    private static String summary(RepeatResults results) {
        return "The cross-validation was repeated on "
                + Phrases.counted(results.divisions(), "division") + " of the cohort into folds, with "
                + Phrases.counted(results.seeds(), "seed") + " of each training.";
    }

    private static Cell cell(FoldSpread spread) {
        EstimateText text = EstimateText.of(spread.mean(), spread.retrained(), spread.method(), spread.reason());
        return Cell.of(text);
    }

    private static Spread spread(String model, RepeatResults.Figure accuracy) {
        List<Double> values =
                accuracy.values().stream().flatMap(List::stream).sorted().toList();
        return new Spread(
                model,
                points(accuracy.spread().children()),
                points(accuracy.spread().division()),
                points(accuracy.spread().seed()),
                Numbers.percent(values.get(0)),
                Numbers.percent(values.get(values.size() - 1)));
    }

    private static String points(double deviation) {
        return Double.isFinite(deviation) ? Numbers.score(100 * deviation) : Numbers.UNDEFINED;
    }
}

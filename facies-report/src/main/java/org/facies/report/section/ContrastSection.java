package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.ContrastFigure;
import org.facies.contrast.ContrastResult;
import org.facies.contrast.ContrastResults;
import org.facies.contrast.MarginFinding;
import org.facies.metric.Estimate;
import org.facies.metric.FoldSpread;
import org.facies.metric.Metric;
import org.facies.report.chart.ContrastChart;
import org.facies.report.chart.FigureData;
import org.facies.report.chart.ForestPlot;
import org.facies.report.chart.Svg;
import org.facies.report.run.DisplayNames;
import org.facies.report.text.Numbers;
import org.facies.report.text.Points;
import org.facies.result.ContrastFairness;
import org.facies.statistic.Interval;

/**
 * The effect of each factor of the study, on the same subjects.
 *
 * @param title a question, from the contrasts' names
 * @param others other differences between the models of a contrast
 * @param caveats a sentence about models that were trained too little
 * @param figures the unit and the meaning of the intervals, and why some are missing
 * @param accuracy a row for each contrast: accuracy for these models, if retrained, and the probability of the test
 * @param pairs McNemar's test of the simple pairs; empty for several repeats
 */
public record ContrastSection(
        String title,
        List<OtherSettings> others,
        List<String> caveats,
        String figures,
        Svg ofTheseModels,
        Svg ofRetrained,
        List<ModelSection.Row> accuracy,
        List<Part> parts,
        List<TestSection.Row> pairs) {
    /** Files name classes by their labels. */
    private static final DisplayNames LABELS = new DisplayNames(Map.of());

    /**
     * One contrast.
     *
     * @param sum how it is made of the models
     * @param sentence the contrast in accuracy
     * @param rows for each metric the points with the interval, the same if retrained, and the verdict of a margin
     */
    public record Part(
            String name, String sum, String sentence, Svg chart, boolean hasMargin, List<ModelSection.Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    public ContrastSection {
        others = List.copyOf(others);
        caveats = List.copyOf(caveats);
        accuracy = List.copyOf(accuracy);
        parts = List.copyOf(parts);
        pairs = List.copyOf(pairs);
    }

    /** The section of results with labels for names; at least one contrast was planned. */
    public static ContrastSection of(ContrastResults results) {
        return of(results, LABELS, List.of());
    }

    /** The section of results; at least one contrast was planned. */
    static ContrastSection of(ContrastResults results, DisplayNames names, List<String> caveats) {
        List<List<ContrastChart.Row>> charted =
                results.planned().stream().map(result -> charted(result, names)).toList();
        ContrastChart.Reach reach =
                ContrastChart.Reach.of(charted.stream().flatMap(List::stream).toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < charted.size(); i++) {
            ContrastResult result = results.planned().get(i);
            Svg chart = draw(i, result, charted.get(i), reach)
                    .showing(draw(i, result, charted(result, LABELS), reach).data());
            parts.add(part(result, results.planned().size(), chart, names));
        }
        return new ContrastSection(
                ContrastText.title(results),
                List.of(),
                caveats,
                about(results),
                ContrastChart.THESE_MODELS.swatch(),
                ContrastChart.RETRAINED.swatch(),
                results.planned().stream().map(ContrastSection::inAccuracy).toList(),
                parts,
                results.mcnemar().stream()
                        .map(test -> TestSection.plainRow(PairTest.of(test)))
                        .toList());
    }

    /** The same section with other differences between the models of these contrasts. */
    public ContrastSection withOthers(List<ContrastFairness.Unfair> unfair) {
        return new ContrastSection(
                title, OtherSettings.of(unfair), caveats, figures, ofTheseModels, ofRetrained, accuracy, parts, pairs);
    }

    private static ModelSection.Row inAccuracy(ContrastResult result) {
        ContrastFigure accuracy = result.get(Metric.ACCURACY);
        return new ModelSection.Row(
                result.contrast().name(),
                List.of(
                        cell(accuracy.theseModels()),
                        cell(accuracy.retrained()),
                        Cell.plain(Numbers.probability(result.accuracyTest().pHolm()))));
    }

    private static Svg draw(int index, ContrastResult result, List<ContrastChart.Row> rows, ContrastChart.Reach reach) {
        return ContrastChart.draw("contrast-" + (index + 1), result.contrast().name(), describe(rows), reach, rows);
    }

    /** The sentences that answer the study's question, for the headline. */
    public static String answer(ContrastResults results) {
        return ContrastText.answer(results);
    }

    /** The contrasts for a paper, with all digits in its numbers. */
    public static PaperTable table(ContrastResults results) {
        List<ModelSection.Row> rows = new ArrayList<>();
        List<List<String>> numbers = new ArrayList<>();
        for (ContrastResult result : results.planned()) {
            rows.add(new ModelSection.Row(
                    result.contrast().name(),
                    ContrastEvaluation.METRICS.stream()
                            .map(metric -> cell(result.get(metric).theseModels()))
                            .toList()));
            figures(result, LABELS).forEach((name, figure) -> numbers.add(line(result, name, figure)));
        }
        return new PaperTable(
                "table-contrasts",
                "What the factors of the study change, in points, with 95\u00a0% intervals for these models",
                "Contrast",
                ContrastEvaluation.METRICS.stream().map(MetricText::title).toList(),
                rows,
                new FigureData(
                        List.of(
                                "contrast",
                                "figure",
                                "difference",
                                "low",
                                "high",
                                "retrained_mean",
                                "retrained_low",
                                "retrained_high",
                                "p_exact",
                                "p_holm"),
                        numbers));
    }

    private static List<String> line(ContrastResult result, String name, ContrastFigure figure) {
        boolean isTested = name.equals(MetricText.title(Metric.ACCURACY));
        return List.of(
                result.contrast().name(),
                name,
                written(figure.theseModels().value()),
                written(figure.theseModels().interval().low()),
                written(figure.theseModels().interval().high()),
                written(figure.retrained().mean()),
                written(figure.retrained().retrained().low()),
                written(figure.retrained().retrained().high()),
                isTested ? written(result.accuracyTest().pExact()) : "",
                isTested ? written(result.accuracyTest().pHolm()) : "");
    }

    private static String written(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    private static Part part(ContrastResult result, int contrasts, Svg chart, DisplayNames names) {
        boolean hasMargin = result.contrast().margin().isPresent();
        List<ModelSection.Row> rows = new ArrayList<>();
        figures(result, names).forEach((name, figure) -> {
            List<Cell> cells = new ArrayList<>(List.of(cell(figure.theseModels()), cell(figure.retrained())));
            if (hasMargin) {
                cells.add(margin(figure));
            }
            rows.add(new ModelSection.Row(name, cells));
        });
        return new Part(
                result.contrast().name(),
                sum(result.contrast().weights()),
                ContrastText.sentence(result, contrasts),
                chart,
                hasMargin,
                rows);
    }

    /** Every metric of a contrast by its name. */
    private static Map<String, ContrastFigure> figures(ContrastResult result, DisplayNames names) {
        Map<String, ContrastFigure> figures = new LinkedHashMap<>();
        result.metrics().forEach((metric, figure) -> figures.put(MetricText.title(metric), figure));
        result.recall().forEach((label, figure) -> figures.put("Recall of " + names.of(label), figure));
        return figures;
    }

    /** {@code 0.5 × a + 0.5 × b − 1 × c}. */
    private static String sum(Map<String, Double> weights) {
        StringBuilder sum = new StringBuilder();
        weights.forEach((model, weight) -> {
            String sign = weight < 0 ? "− " : sum.isEmpty() ? "" : "+ ";
            double size = Math.abs(weight);
            sum.append(sum.isEmpty() ? "" : " ")
                    .append(sign)
                    .append(size == 1 ? "" : Numbers.axis(size) + "\u00a0×\u00a0")
                    .append(model);
        });
        return sum.toString();
    }

    private static Cell cell(Estimate estimate) {
        return new Cell(Points.of(estimate.value()), Points.interval(estimate.interval()), estimate.reason(), "");
    }

    private static Cell cell(FoldSpread spread) {
        return new Cell(Points.of(spread.mean()), Points.interval(spread.retrained()), spread.reason(), "");
    }

    private static Cell margin(ContrastFigure figure) {
        return figure.margin()
                .flatMap(findings -> findings.theseModels()
                        .map(own -> new Cell(
                                own.verdict().word(),
                                Points.interval(own.interval()),
                                "",
                                findings.retrained()
                                        .map(ContrastSection::ifRetrained)
                                        .orElse(""))))
                .orElse(Cell.plain(""));
    }

    private static String ifRetrained(MarginFinding finding) {
        return "if retrained: " + finding.verdict().word() + ", " + Points.interval(finding.interval());
    }

    private static List<ContrastChart.Row> charted(ContrastResult result, DisplayNames names) {
        List<ContrastChart.Row> rows = new ArrayList<>();
        figures(result, names).forEach((name, figure) -> {
            Estimate own = figure.theseModels();
            FoldSpread again = figure.retrained();
            String interval = Points.interval(own.interval());
            rows.add(new ContrastChart.Row(
                    name,
                    Points.of(own.value()) + (interval.isEmpty() ? "" : " (" + interval + ")"),
                    drawn(own.value(), own.interval()),
                    drawn(again.mean(), again.retrained())));
        });
        return rows;
    }

    /** In points. */
    private static Optional<ForestPlot.Interval> drawn(double value, Interval interval) {
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        boolean isPoint = !Double.isFinite(interval.low());
        return Optional.of(new ForestPlot.Interval(
                100 * value, 100 * (isPoint ? value : interval.low()), 100 * (isPoint ? value : interval.high())));
    }

    private static String describe(List<ContrastChart.Row> rows) {
        return String.join(
                " ",
                rows.stream().map(row -> row.label() + " " + row.text() + ".").toList());
    }

    private static String about(ContrastResults results) {
        String repeats = results.repeats() == 1
                ? ""
                : " Each model was trained " + results.repeats() + " times on all folds; its value is the mean.";
        return "In percentage points, over " + Children.counted(results.subjects())
                + ", each judged by all models." + repeats
                + absent(results)
                        .map(reason -> " There are no intervals for retrained models: " + reason + ".")
                        .orElse(" The first interval describes these trained models. The second estimates what"
                                + " retraining"
                                + " on as many other children would give (Nadeau and Bengio 2003).");
    }

    /** Why accuracy has no interval for retrained models in any contrast. */
    private static Optional<String> absent(ContrastResults results) {
        List<FoldSpread> spreads = results.planned().stream()
                .map(result -> result.get(ContrastEvaluation.METRICS.get(0)).retrained())
                .toList();
        return spreads.stream().allMatch(spread -> Double.isNaN(spread.mean()))
                ? Optional.of(spreads.get(0).reason())
                : Optional.empty();
    }
}

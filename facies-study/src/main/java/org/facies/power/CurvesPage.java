package org.facies.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.report.chart.SampleSizeChart;
import org.facies.report.chart.SampleSizeChart.Band;
import org.facies.report.chart.Series;
import org.facies.report.chart.Svg;
import org.facies.report.power.PowerPage;
import org.facies.report.text.Numbers;

/**
 * Writes the curves as a page.
 *
 * @param origin of the cohorts, named under the title
 * @param model the frozen network
 */
record CurvesPage(PowerSettings settings, CohortOrigin origin, String model, List<PowerCurve> curves) {

    PowerPage page() {
        String rare = curves.get(0).rareClass();
        return new PowerPage(
                "How many children of " + rare + "?",
                facts(),
                "How many children of " + rare + " does a recall of " + Numbers.roundPercent(settings.targetRecall())
                        + " need? Cohorts of growing size were drawn from the cohort. Each was evaluated"
                        + " separately with "
                        + settings.folds() + " folds by child.",
                curves.stream()
                        .map(curve -> new PowerPage.Said(
                                curves.size() == 1 ? "" : curve.label(),
                                curve.answer().sentence()))
                        .toList(),
                caveats(),
                charts(),
                curves.stream().map(CurvesPage::table).toList(),
                origin.stamp());
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>(List.of(origin.words()));
        if (curves.size() == 1) {
            facts.add(counts(curves.get(0)));
        }
        facts.add(settings.repeats() + " draws of each size");
        facts.add("frozen " + model + ", linear discriminant");
        return facts;
    }

    /** Limits of the curves. */
    private List<String> caveats() {
        return List.of(
                "The curve is that of the frozen network " + model
                        + " with a linear discriminant on its embeddings, not that of fine-tuning. Fine-tuning may need"
                        + " fewer or more children and reach another recall.",
                "The discriminant treats all classes as equally frequent, so a class does not lose recall"
                        + " merely because it is rare. Precision in practice depends on how frequent the class"
                        + " is where the model is used.",
                "Large draws from one cohort overlap more than small ones, so the band narrows towards the"
                        + " whole cohort. The interval of the whole cohort shows how uncertain its own result is.",
                settings.growth() == Growth.ALL
                        ? "All classes grow together, in the proportions of the cohort."
                        : "Only the rare class grows; every draw has all children of the other classes.",
                "The extrapolation assumes that the curve continues as an inverse power law and that future"
                        + " children resemble those in the cohort. Its interval comes from resampling the"
                        + " repeats. It does not include the larger uncertainty, from which children the cohort"
                        + " contains; the interval of the whole cohort shows that.");
    }

    private static String counts(PowerCurve curve) {
        WholeCohort whole = curve.whole();
        return Numbers.count(whole.subjects()) + " children, " + Numbers.count(whole.size()) + " of "
                + curve.rareClass();
    }

    private Estimate recall(Scored scored) {
        return scored.recall().get(curves.get(0).rareClass());
    }

    /** Two charts next to each other, with the same axes. */
    private List<PowerPage.Chart> charts() {
        List<SampleSizeChart.Panel> panels = List.of(
                panel(
                        "recall",
                        "Recall of " + curves.get(0).rareClass(),
                        OptionalDouble.of(settings.targetRecall()),
                        drawn(this::recall, Extrapolated::recall)),
                panel("macro-f1", "Macro F1", OptionalDouble.empty(), drawn(Scored::macroF1, Extrapolated::macroF1)));
        List<Svg> drawings = SampleSizeChart.drawAll(panels);
        return IntStream.range(0, panels.size())
                .mapToObj(i -> new PowerPage.Chart(panels.get(i).yTitle(), drawings.get(i), legend()))
                .toList();
    }

    private List<PowerPage.Legend> legend() {
        return IntStream.range(0, curves.size())
                .mapToObj(i -> new PowerPage.Legend(
                        new Series(i).swatch(), curves.get(i).label()))
                .toList();
    }

    private SampleSizeChart.Panel panel(
            String id, String caption, OptionalDouble target, List<SampleSizeChart.Curve> drawn) {
        return new SampleSizeChart.Panel(
                "chart-" + id,
                caption + " by number of children",
                "The numbers are in the table below.",
                "children of " + curves.get(0).rareClass(),
                caption,
                target,
                drawn);
    }

    private List<SampleSizeChart.Curve> drawn(
            Function<Scored, Estimate> measure, Function<Extrapolated, Estimate> beyond) {
        List<SampleSizeChart.Curve> drawn = new ArrayList<>();
        for (PowerCurve curve : curves) {
            drawn.add(new SampleSizeChart.Curve(
                    new Series(drawn.size()),
                    curve.label(),
                    curve.points().stream()
                            .flatMap(point -> band(point.size(), measure.apply(point.scores())).stream())
                            .toList(),
                    band(curve.whole().size(), measure.apply(curve.whole().scores())),
                    curve.extrapolated().stream()
                            .flatMap(point -> band(point.size(), beyond.apply(point)).stream())
                            .toList()));
        }
        return drawn;
    }

    private static Optional<Band> band(int size, Estimate estimate) {
        double low = estimate.interval().low();
        double high = estimate.interval().high();
        return estimate.isDefined() && !Double.isNaN(low)
                ? Optional.of(new Band(size, estimate.value(), low, high))
                : Optional.empty();
    }

    private static PowerPage.Table table(PowerCurve curve) {
        PowerTable table = PowerTable.of(curve);
        return new PowerPage.Table(
                curve.label() + ": " + counts(curve),
                table.header(),
                table.rows().stream()
                        .map(row -> new PowerPage.Row(
                                row.size(),
                                row.numbers().stream()
                                        .map(number -> new PowerPage.Cell(
                                                Numbers.score(number.value()), PowerTable.interval(number)))
                                        .toList()))
                        .toList());
    }
}

package org.facies.report.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facies.metric.Metric;
import org.facies.reader.PlanQuestion;
import org.facies.reader.PublishedReaders;
import org.facies.reader.ReaderPlan;
import org.facies.report.chart.CasesChart;
import org.facies.report.chart.Series;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Points;

/**
 * The plan of a reader study in words, for a page and for a terminal.
 *
 * @param source where the variance comes from, in few words
 */
public record ReaderPlanText(ReaderPlan plan, String source) {
    /** What stands where no number of cases is enough. */
    public static final String NONE = "none";

    private static final String PILOT = "pilot";

    /** More cases than most readers have time for. */
    private static final int MANY = 200;

    /** The curves of each question that is answered, in order. */
    public Map<PlanQuestion, List<ReaderPlan.Curve>> questions() {
        Map<PlanQuestion, List<ReaderPlan.Curve>> byQuestion = new LinkedHashMap<>();
        plan.curves()
                .forEach(curve -> byQuestion
                        .computeIfAbsent(curve.question(), none -> new ArrayList<>())
                        .add(curve));
        return byQuestion;
    }

    private String figure() {
        return plan.figure().equals(Metric.AUC_OVR_MACRO.key())
                ? "macro AUC"
                : plan.figure().replace('_', ' ');
    }

    /** What is asked, as a sentence. */
    public String question(PlanQuestion question) {
        String figure = figure();
        return switch (question) {
            case MEAN ->
                "How many cases give the readers’ mean " + figure + " an interval of at most ±"
                        + Points.margin(plan.halfWidth()) + " points?";
            case MODEL ->
                "How many cases show a difference of " + Points.margin(plan.difference())
                        + " points between the readers’ mean " + figure + " and a model’s, with a power of "
                        + Numbers.roundPercent(plan.power()) + "?";
            case AIDED ->
                "How many cases show a difference of " + Points.margin(plan.difference())
                        + " points between readers with a model and without it, with a power of "
                        + Numbers.roundPercent(plan.power()) + "?";
        };
    }

    /** A short title. */
    public static String title(PlanQuestion question) {
        return switch (question) {
            case MEAN -> "How accurate are readers?";
            case MODEL -> "Do readers and a model differ?";
            case AIDED -> "Does a model help readers?";
        };
    }

    /** What the assumption of a curve is called. */
    private static String label(ReaderPlan.Curve curve) {
        return curve.source().equals(PILOT)
                ? "as in the pilot"
                        + curve.model().map(name -> ", against " + name).orElse("")
                : curve.source() + " variability (published)";
    }

    /** The number of cases, or {@link #NONE}. */
    public static String cases(ReaderPlan.Point point) {
        return point.cases().map(Numbers::count).orElse(NONE);
    }

    /** The fewest readers with whom at most 200 cases are enough, or else any number of cases, as a sentence. */
    public String answer(ReaderPlan.Curve curve) {
        return curve.points().stream()
                .filter(point -> point.cases().filter(cases -> cases <= MANY).isPresent())
                .findFirst()
                .or(() -> curve.points().stream()
                        .filter(point -> point.cases().isPresent())
                        .findFirst())
                .map(point -> Phrases.counted(point.readers(), "reader") + " and "
                        + Phrases.counted(point.cases().orElseThrow(), "case") + " are enough.")
                .orElse("No number of cases is enough with up to " + most(curve) + " readers: they differ too much.");
    }

    private static int most(ReaderPlan.Curve curve) {
        return curve.points().get(curve.points().size() - 1).readers();
    }

    /** The page. */
    public ReaderPlanPage page() {
        List<ReaderPlanPage.Part> parts = new ArrayList<>();
        questions().forEach((question, curves) -> parts.add(part(question, curves)));
        return new ReaderPlanPage(
                "How many readers, how many cases?",
                List.of("figure: " + figure(), source, "readers and cases both a sample", "two-sided level 5\u00a0%"),
                parts,
                caveats());
    }

    private ReaderPlanPage.Part part(PlanQuestion question, List<ReaderPlan.Curve> curves) {
        List<CasesChart.Curve> drawn = new ArrayList<>();
        List<PowerPage.Legend> legend = new ArrayList<>();
        for (ReaderPlan.Curve curve : curves) {
            Series series = new Series(drawn.size());
            legend.add(new PowerPage.Legend(series.swatch(), label(curve)));
            drawn.add(new CasesChart.Curve(
                    series,
                    label(curve),
                    curve.points().stream()
                            .map(point -> new CasesChart.Need(point.readers(), point.cases()))
                            .toList()));
        }
        String id = "plan-" + question.name().toLowerCase(Locale.ROOT);
        return new ReaderPlanPage.Part(
                id,
                title(question),
                question(question),
                curves.stream()
                        .map(curve -> new PowerPage.Said(label(curve), answer(curve)))
                        .toList(),
                new PowerPage.Chart(
                        "Cases by number of readers",
                        CasesChart.draw(
                                id + "-chart",
                                "cases by number of readers",
                                "The numbers are in the table next to it.",
                                drawn),
                        legend),
                table(curves));
    }

    private static PowerPage.Table table(List<ReaderPlan.Curve> curves) {
        List<String> header = new ArrayList<>(List.of("Readers"));
        curves.forEach(curve -> header.add(Phrases.capitalised(label(curve))));
        List<PowerPage.Row> rows = new ArrayList<>();
        for (int i = 0; i < curves.get(0).points().size(); i++) {
            int row = i;
            rows.add(new PowerPage.Row(
                    String.valueOf(curves.get(0).points().get(row).readers()),
                    curves.stream()
                            .map(curve ->
                                    new PowerPage.Cell(cases(curve.points().get(row)), ""))
                            .toList()));
        }
        return new PowerPage.Table("Cases that each reader judges", header, rows);
    }

    /** What the plan does not say. */
    public List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        boolean isPublished =
                plan.curves().stream().anyMatch(curve -> !curve.source().equals(PILOT));
        caveats.add("Every reader judges every case. “" + NONE + "” means that up to 100,000 cases are not enough: with"
                + " more cases each reader is known better, but readers still differ.");
        if (isPublished) {
            caveats.add("Published ranges are of radiology: the difference between the best and the worst reader is "
                    + ranges() + " points (Obuchowski 2000, Sample size tables for receiver operating characteristic"
                    + " studies), correlations of errors are those of Rockette and others 1999 and Obuchowski 1995."
                    + " Readers of faces may differ more. A pilot of your own is better; --range sets another"
                    + " difference.");
        }
        if (plan.curves().stream().anyMatch(curve -> curve.source().equals(PILOT))) {
            caveats.add(
                    "A pilot of few readers or cases gives these variances with a large error. Plan for more than the"
                            + " smallest numbers.");
        }
        caveats.add(
                "Cases are children with the same class frequencies as assumed or as in the pilot. Practice cases and"
                        + " repeats come on top.");
        caveats.add("Computed after Hillis, Obuchowski and Berbaum 2011 (Power estimation for multireader ROC methods),"
                + " for the analysis that the report makes: Obuchowski and Rockette with Hillis’ degrees of freedom.");
        return caveats;
    }

    private static String ranges() {
        return Points.margin(PublishedReaders.LOW.range()) + ", " + Points.margin(PublishedReaders.MIDDLE.range())
                + " or " + Points.margin(PublishedReaders.HIGH.range());
    }
}

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
 * The plan of a reader study as text, for the page and the terminal.
 *
 * @param source of the variances, in a few words
 */
public record ReaderPlanText(ReaderPlan plan, String source) {
    /** Text of a number of readers for which no number of cases is enough. */
    public static final String NONE = "none";

    private static final String PILOT = "pilot";

    /** Most readers have no time for more cases. */
    private static final int MANY = 200;

    /** The curves of each question, in the order of the questions. */
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

    /** The question as a sentence. */
    public String question(PlanQuestion question) {
        String figure = figure();
        return switch (question) {
            case MEAN ->
                "How many cases are needed to know the readers’ mean " + figure + " within ±"
                        + Points.margin(plan.halfWidth()) + " percentage points (95\u00a0% interval)?";
            case MODEL ->
                "How many cases are needed to detect a difference of " + Points.margin(plan.difference())
                        + " percentage points between the readers’ mean " + figure
                        + " and that of a model, with a power of " + Numbers.roundPercent(plan.power()) + "?";
            case AIDED ->
                "How many cases are needed to detect a difference of " + Points.margin(plan.difference())
                        + " percentage points in " + figure
                        + " between readers with and without a model, with a power of "
                        + Numbers.roundPercent(plan.power()) + "?";
        };
    }

    /** The question in a few words. */
    public static String title(PlanQuestion question) {
        return switch (question) {
            case MEAN -> "How accurate are the readers?";
            case MODEL -> "Do the readers and a model differ?";
            case AIDED -> "Does a model help the readers?";
        };
    }

    /** The assumption behind a curve. */
    private static String label(ReaderPlan.Curve curve) {
        return curve.source().equals(PILOT)
                ? "as in the pilot"
                        + curve.model().map(name -> ", compared with " + name).orElse("")
                : curve.source() + " variability (published)";
    }

    /** The number of cases, or {@link #NONE}. */
    public static String cases(ReaderPlan.Point point) {
        return point.cases().map(Numbers::count).orElse(NONE);
    }

    /**
     * The smallest number of readers for whom at most 200 cases are enough, as a sentence; if there is none, the
     * smallest number for whom any number of cases is.
     */
    public String answer(ReaderPlan.Curve curve) {
        return curve.points().stream()
                .filter(point -> point.cases().filter(cases -> cases <= MANY).isPresent())
                .findFirst()
                .or(() -> curve.points().stream()
                        .filter(point -> point.cases().isPresent())
                        .findFirst())
                .map(point -> Phrases.counted(point.readers(), "reader")
                        + (point.readers() == 1 ? " who reads " : " who each read ")
                        + Phrases.counted(point.cases().orElseThrow(), "case")
                        + (point.readers() == 1 ? " is enough." : " are enough."))
                .orElse("Up to " + most(curve)
                        + " readers are not enough, however many cases they read, because readers differ too much.");
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
                List.of(
                        "metric: " + figure(),
                        source,
                        "random readers and random cases",
                        "two-sided tests at 5\u00a0%"),
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
                        "Cases needed by number of readers",
                        CasesChart.draw(
                                id + "-chart",
                                "Cases needed by number of readers",
                                "The table below contains the numbers.",
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
        return new PowerPage.Table("Cases that each reader has to read", header, rows);
    }

    /** The limits of the plan. */
    public List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        boolean isPublished =
                plan.curves().stream().anyMatch(curve -> !curve.source().equals(PILOT));
        caveats.add("Every reader reads every case. “" + NONE
                + "” means that even 100,000 cases are not enough: more cases do not reduce the differences"
                + " between readers.");
        if (isPublished) {
            caveats.add("The published variability is that of radiologists: the best and the worst reader differ by "
                    + ranges()
                    + " percentage points (Obuchowski 2000, Sample size tables for receiver operating"
                    + " characteristic studies). The correlations of errors are those of Rockette et"
                    + " al. 1999 and Obuchowski 1995. Readers of faces may differ more. A pilot of your own"
                    + " is a better basis; --range sets another difference.");
        }
        if (plan.curves().stream().anyMatch(curve -> curve.source().equals(PILOT))) {
            caveats.add("A pilot with few readers or cases estimates the variances with a large error. Plan for more"
                    + " than the smallest numbers.");
        }
        caveats.add(
                "Cases are children with the assumed class frequencies or those of the pilot. Add practice cases and"
                        + " repeated cases to these numbers.");
        caveats.add("The method is that of Hillis, Obuchowski and Berbaum 2011 (Power estimation for multireader ROC"
                + " methods). It applies to the analysis in the report: Obuchowski and Rockette, with the"
                + " degrees of freedom of Hillis.");
        return caveats;
    }

    private static String ranges() {
        return Points.margin(PublishedReaders.LOW.range()) + ", " + Points.margin(PublishedReaders.MIDDLE.range())
                + " or " + Points.margin(PublishedReaders.HIGH.range());
    }
}

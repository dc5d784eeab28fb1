package org.facies.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.metric.Estimate;
import org.facies.report.HtmlPages;
import org.facies.report.chart.FigureData;
import org.facies.table.CsvFile;

/**
 * The files of a sample size study.
 *
 * @param folder for these files only
 */
public record PowerFiles(Path folder) {
    private static final List<String> COLUMNS = List.of(
            "curve", "kind", "size", "subjects", "draws", "measure", "class", "value", "low", "high", "interval");

    /** Finished draws. */
    public Path draws() {
        return folder.resolve("draws.csv");
    }

    /** All values of all curves. */
    public Path csv() {
        return folder.resolve("power.csv");
    }

    /** Synthetic cohorts, if they were requested. */
    public Path synthetic() {
        return folder.resolve("synthetic");
    }

    /** The page. */
    public Path page() {
        return folder.resolve("power.html");
    }

    /**
     * Writes the values and the page.
     *
     * @param origin of the cohorts; page and values state whether the faces are synthetic
     * @param model the frozen network
     * @param curves at least one
     */
    public void write(PowerSettings settings, CohortOrigin origin, String model, List<PowerCurve> curves) {
        List<List<String>> rows =
                curves.stream().flatMap(curve -> rows(curve).stream()).toList();
        FigureData numbers = new FigureData(COLUMNS, rows).with(origin.stamp());
        CsvFile.write(csv(), numbers.columns(), numbers.rows());
        new HtmlPages().power(new CurvesPage(settings, origin, model, curves).page(), page());
    }

    private static List<List<String>> rows(PowerCurve curve) {
        List<List<String>> rows = new ArrayList<>();
        for (SizePoint point : curve.points()) {
            add(
                    rows,
                    List.of(curve.label(), "drawn", text(point.size()), text(point.subjects()), text(point.draws())),
                    point.scores());
        }
        WholeCohort whole = curve.whole();
        add(rows, List.of(curve.label(), "whole", text(whole.size()), text(whole.subjects()), "1"), whole.scores());
        for (Extrapolated point : curve.extrapolated()) {
            List<String> start = List.of(curve.label(), "extrapolated", text(point.size()), "", "0");
            rows.add(row(start, "macro_f1", "", point.macroF1()));
            rows.add(row(start, "recall", curve.rareClass(), point.recall()));
        }
        return rows;
    }

    private static void add(List<List<String>> rows, List<String> start, Scored scores) {
        rows.add(row(start, "macro_f1", "", scores.macroF1()));
        rows.add(row(start, "balanced_accuracy", "", scores.balancedAccuracy()));
        scores.recall().forEach((name, recall) -> rows.add(row(start, "recall", name, recall)));
    }

    private static List<String> row(List<String> start, String measure, String name, Estimate estimate) {
        List<String> row = new ArrayList<>(start);
        row.addAll(List.of(
                measure,
                name,
                text(estimate.value()),
                text(estimate.interval().low()),
                text(estimate.interval().high()),
                estimate.method()));
        return row;
    }

    private static String text(int count) {
        return String.valueOf(count);
    }

    /** Empty if the number is undefined. */
    private static String text(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }
}

package org.facies.power;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facies.metric.Estimate;
import org.facies.report.text.Numbers;

/**
 * A curve as rows of text, for the terminal and the page.
 *
 * @param header the size, then the name of each number, the rare class first
 * @param rows of the draws, of the whole cohort, and of extrapolated sizes
 */
public record PowerTable(List<String> header, List<Row> rows) {

    /**
     * One line.
     *
     * @param size with a mark for the whole cohort and for extrapolated sizes
     * @param numbers one for each column after the size; NaN if undefined
     */
    public record Row(String size, List<Estimate> numbers) {
        public Row {
            numbers = List.copyOf(numbers);
        }
    }

    public PowerTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public static PowerTable of(PowerCurve curve) {
        List<String> others = curve.whole().scores().recall().keySet().stream()
                .filter(name -> !name.equals(curve.rareClass()))
                .toList();
        List<String> header = new ArrayList<>(List.of(
                "children of " + curve.rareClass(),
                "recall of " + curve.rareClass(),
                "macro F1",
                "balanced" + " accuracy"));
        others.forEach(name -> header.add("recall of " + name));
        List<Row> rows = new ArrayList<>();
        for (SizePoint point : curve.points()) {
            rows.add(row(curve, others, String.valueOf(point.size()), point.scores()));
        }
        rows.add(row(curve, others, "all " + curve.whole().size(), curve.whole().scores()));
        for (Extrapolated point : curve.extrapolated()) {
            List<Estimate> numbers = new ArrayList<>(List.of(point.recall(), point.macroF1()));
            Stream.generate(() -> Extrapolated.NONE).limit(others.size() + 1L).forEach(numbers::add);
            rows.add(new Row(point.size() + " (extrapolated)", numbers));
        }
        return new PowerTable(header, rows);
    }

    /** {@code 0.510 to 0.740}, or empty if there is no interval. */
    public static String interval(Estimate estimate) {
        return Double.isNaN(estimate.interval().low())
                ? ""
                : Numbers.score(estimate.interval().low()) + " to "
                        + Numbers.score(estimate.interval().high());
    }

    private static Row row(PowerCurve curve, List<String> others, String size, Scored measured) {
        List<Estimate> numbers = new ArrayList<>(
                List.of(measured.recall().get(curve.rareClass()), measured.macroF1(), measured.balancedAccuracy()));
        others.forEach(name -> numbers.add(measured.recall().get(name)));
        return new Row(size, numbers);
    }
}

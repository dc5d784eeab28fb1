package org.facies.report.chart;

import java.util.List;
import java.util.Optional;
import org.facies.report.chart.Drawing.Anchor;

/**
 * The number of cases needed for each number of readers. Points above 1,000 cases, and undefined points, are not drawn.
 */
public final class CasesChart {
    private static final double LEFT = 54;
    private static final double TOP = 14;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 200;
    private static final double MOST_CASES = 1000;

    /** The cases needed with a number of readers; empty if no number of cases is sufficient. */
    public record Need(int readers, Optional<Integer> cases) {}

    /** One curve. */
    public record Curve(Series series, String label, List<Need> needs) {
        public Curve {
            needs = List.copyOf(needs);
        }
    }

    private CasesChart() {}

    /**
     * Draws a chart.
     *
     * @param id of the drawing, unique in the page
     * @param description of the drawing for screen readers, as sentences
     * @param curves with at least one number of readers
     */
    public static Svg draw(String id, String title, String description, List<Curve> curves) {
        Drawing drawing = Drawing.titled(id, LEFT + WIDTH + 14, TOP + HEIGHT + 42, title, description);
        Frame frame = new Frame(readers(curves), Scale.around(0, largest(curves), TOP + HEIGHT, TOP));
        frame.drawTo(drawing, "number of readers", "cases per reader");
        for (Curve curve : curves) {
            List<Point> points = points(frame, curve);
            drawing.group(curve.series().cssClass(), curve.label());
            drawing.polyline(points, "curve");
            points.forEach(point -> curve.series().mark(drawing, point));
            drawing.end();
        }
        if (curves.stream().allMatch(curve -> points(frame, curve).isEmpty())) {
            drawing.text(
                    new Point(LEFT + WIDTH / 2, TOP + HEIGHT / 2), Anchor.MIDDLE, "note", "1,000 cases are not enough");
        }
        return drawing.showing(numbers(curves)).svg();
    }

    private static Scale readers(List<Curve> curves) {
        int most = curves.stream()
                .flatMap(curve -> curve.needs().stream())
                .mapToInt(Need::readers)
                .max()
                .orElse(1);
        return new Scale(0, most * 1.03, LEFT, LEFT + WIDTH);
    }

    private static double largest(List<Curve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.needs().stream())
                .flatMap(need -> need.cases().stream())
                .filter(cases -> cases <= MOST_CASES)
                .mapToDouble(Integer::doubleValue)
                .max()
                .orElse(MOST_CASES);
    }

    private static List<Point> points(Frame frame, Curve curve) {
        return curve.needs().stream()
                .filter(need -> need.cases().isPresent() && need.cases().get() <= MOST_CASES)
                .map(need -> frame.at(need.readers(), need.cases().get()))
                .toList();
    }

    private static FigureData.Table numbers(List<Curve> curves) {
        FigureData.Table table = FigureData.of("curve", "readers", "cases");
        curves.forEach(curve -> curve.needs()
                .forEach(need -> table.row(
                        curve.label(),
                        need.readers(),
                        need.cases().map(String::valueOf).orElse(""))));
        return table;
    }
}

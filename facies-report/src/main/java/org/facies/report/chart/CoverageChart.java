package org.facies.report.chart;

import java.util.List;

/**
 * Accuracy of the answers over the proportion of children who get an answer, if only the most confident answers are
 * given.
 */
public final class CoverageChart {
    private static final double LEFT = 50;
    private static final double TOP = 8;
    private static final double WIDTH = 420;
    private static final double HEIGHT = 240;

    /**
     * The curve of one model.
     *
     * @param points coverage (x) and accuracy (y), at least one
     */
    public record Curve(Series series, String label, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    private CoverageChart() {}

    /**
     * Draws the curves.
     *
     * @param curves at least one
     */
    public static Svg draw(String id, String title, String description, List<Curve> curves) {
        Drawing drawing = Drawing.titled(id, LEFT + WIDTH + 12, TOP + HEIGHT + 42, title, description);
        double lowest = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::y)
                .min()
                .orElse(0);
        Scale accuracy = Scale.around(Math.min(lowest, 0.99), 1, TOP + HEIGHT, TOP);
        Frame frame = new Frame(new Scale(0, 1, LEFT, LEFT + WIDTH), accuracy);
        frame.drawTo(drawing, "proportion of children who get an answer", "accuracy of these answers");
        for (Curve curve : curves) {
            drawing.group(curve.series().cssClass(), curve.label());
            drawing.polyline(curve.points().stream().map(frame::at).toList(), "curve");
            drawing.end();
        }
        return drawing.showing(data(curves)).svg();
    }

    private static FigureData.Table data(List<Curve> curves) {
        FigureData.Table table = FigureData.of("series", "coverage", "accuracy");
        for (Curve curve : curves) {
            curve.points().forEach(point -> table.row(curve.label(), point.x(), point.y()));
        }
        return table;
    }
}

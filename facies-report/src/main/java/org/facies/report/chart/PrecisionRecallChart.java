package org.facies.report.chart;

import java.util.List;

/** Precision-recall curves of several models for one class, with a dashed line at chance level. */
public final class PrecisionRecallChart {
    private static final double LEFT = 46;
    private static final double TOP = 8;
    private static final double SIDE = 260;

    /** The curve of one model. */
    public record Curve(Series series, String label, PrecisionRecallCurve curve) {}

    private PrecisionRecallChart() {}

    /**
     * Draws the curves.
     *
     * @param share of the class among all cases, which is the precision at chance level
     */
    public static Svg draw(String id, String title, String description, double share, List<Curve> curves) {
        Drawing drawing = Drawing.titled(id, LEFT + SIDE + 8, TOP + SIDE + 42, title, description);
        Frame frame = Frame.unitSquare(LEFT, TOP, SIDE);
        frame.drawTo(drawing, "recall", "precision");
        drawing.line(frame.at(0, share), frame.at(1, share), "reference");
        Point end = frame.at(1, share);
        drawing.text(new Point(end.x(), end.y() + 13), Drawing.Anchor.END, "note", "chance level");
        for (Curve curve : curves) {
            drawing.group(curve.series().cssClass(), curve.label());
            drawing.polyline(curve.curve().line().stream().map(frame::at).toList(), "curve");
            drawing.end();
        }
        return drawing.showing(data(curves)).svg();
    }

    private static FigureData.Table data(List<Curve> curves) {
        FigureData.Table table = FigureData.of("series", "threshold", "recall", "precision");
        for (Curve curve : curves) {
            curve.curve()
                    .steps()
                    .forEach(step -> table.row(curve.label(), step.threshold(), step.recall(), step.precision()));
        }
        return table;
    }
}

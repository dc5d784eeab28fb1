package org.facies.report.chart;

import java.util.List;

/** ROC curves of several models for one class, over the line of chance. */
public final class RocChart {
    private static final double LEFT = 46;
    private static final double TOP = 8;
    private static final double SIDE = 260;

    /** One model's curve. */
    public record Curve(Series series, String label, RocCurve roc) {}

    private RocChart() {}

    public static Svg draw(String id, String title, String description, List<Curve> curves) {
        Drawing drawing = Drawing.titled(id, LEFT + SIDE + 8, TOP + SIDE + 42, title, description);
        Frame frame = Frame.unitSquare(LEFT, TOP, SIDE);
        frame.drawTo(drawing, "1 − specificity", "sensitivity");
        drawing.line(frame.at(0, 0), frame.at(1, 1), "reference");
        for (Curve curve : curves) {
            drawing.group(curve.series().cssClass(), curve.label());
            drawing.polyline(curve.roc().corners().stream().map(frame::at).toList(), "curve");
            drawing.end();
        }
        return drawing.showing(data(curves)).svg();
    }

    private static FigureData.Table data(List<Curve> curves) {
        FigureData.Table table = FigureData.of("series", "false_positive_rate", "true_positive_rate");
        for (Curve curve : curves) {
            curve.roc().corners().forEach(corner -> table.row(curve.label(), corner.x(), corner.y()));
        }
        return table;
    }
}

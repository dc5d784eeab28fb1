package org.facies.report.chart;

import java.util.List;

/** ROC curves of several models for one class, with a dashed diagonal at chance level. */
public final class RocChart {
    private static final double LEFT = 46;
    private static final double TOP = 8;
    private static final double SIDE = 260;

    /** The curve of one model. */
    public record Curve(Series series, String label, RocCurve roc) {}

    /** One reader, drawn as a point. */
    public record Reader(Series series, String label, double falsePositiveRate, double sensitivity) {}

    private RocChart() {}

    public static Svg draw(String id, String title, String description, List<Curve> curves, List<Reader> readers) {
        Drawing drawing = Drawing.titled(id, LEFT + SIDE + 8, TOP + SIDE + 42, title, description);
        Frame frame = Frame.unitSquare(LEFT, TOP, SIDE);
        frame.drawTo(drawing, "1 − specificity", "sensitivity");
        drawing.line(frame.at(0, 0), frame.at(1, 1), "reference");
        Frame.note(drawing, frame.at(0.55, 0.46), "chance level");
        for (Curve curve : curves) {
            drawing.group(curve.series().cssClass(), curve.label());
            drawing.polyline(curve.roc().corners().stream().map(frame::at).toList(), "curve");
            drawing.end();
        }
        for (Reader reader : readers) {
            drawing.group(reader.series().cssClass(), reader.label());
            reader.series().mark(drawing, frame.at(reader.falsePositiveRate(), reader.sensitivity()));
            drawing.end();
        }
        return drawing.showing(data(curves, readers)).svg();
    }

    private static FigureData.Table data(List<Curve> curves, List<Reader> readers) {
        FigureData.Table table = FigureData.of("series", "what", "false_positive_rate", "true_positive_rate");
        for (Curve curve : curves) {
            curve.roc().corners().forEach(corner -> table.row(curve.label(), "curve", corner.x(), corner.y()));
        }
        readers.forEach(
                reader -> table.row(reader.label(), "reader", reader.falsePositiveRate(), reader.sensitivity()));
        return table;
    }
}

package org.facies.report.chart;

import java.util.List;
import java.util.stream.Stream;

/** Training loss by epoch, one thin line for each fold, on a scale that starts at zero. */
public final class TrainingChart {
    private static final double LEFT = 50;
    private static final double TOP = 8;
    private static final double WIDTH = 280;
    private static final double HEIGHT = 170;

    /** One fold's losses: x the epoch, y the loss, all finite. */
    public record Curve(String label, List<Point> losses) {
        public Curve {
            losses = List.copyOf(losses);
        }
    }

    private TrainingChart() {}

    /**
     * Draws the losses of one model.
     *
     * @param curves at least one with at least one epoch
     */
    public static Svg draw(String id, String title, String description, Series series, List<Curve> curves) {
        Drawing drawing = Drawing.titled(id, LEFT + WIDTH + 10, TOP + HEIGHT + 42, title, description);
        Frame frame = new Frame(epochs(curves), losses(curves));
        frame.drawTo(drawing, "epoch", "training loss");
        drawing.group(series.cssClass());
        for (Curve curve : curves) {
            drawing.group("fold", curve.label());
            drawing.polyline(curve.losses().stream().map(frame::at).toList(), "curve thin solid");
            drawing.end();
        }
        return drawing.end().showing(data(curves)).svg();
    }

    private static FigureData.Table data(List<Curve> curves) {
        FigureData.Table table = FigureData.of("series", "epoch", "training_loss");
        for (Curve curve : curves) {
            curve.losses().forEach(loss -> table.row(curve.label(), loss.x(), loss.y()));
        }
        return table;
    }

    private static Scale epochs(List<Curve> curves) {
        double first = all(curves).mapToDouble(Point::x).min().orElse(0);
        double last = all(curves).mapToDouble(Point::x).max().orElse(1);
        return new Scale(first, Math.max(last, first + 1), LEFT, LEFT + WIDTH);
    }

    private static Scale losses(List<Curve> curves) {
        double low = all(curves).mapToDouble(Point::y).min().orElse(0);
        double high = all(curves).mapToDouble(Point::y).max().orElse(1);
        return Scale.around(Math.min(0, low), Math.max(high, 1e-6), TOP + HEIGHT, TOP);
    }

    private static Stream<Point> all(List<Curve> curves) {
        return curves.stream().flatMap(curve -> curve.losses().stream());
    }
}

package org.facies.report.chart;

import java.util.List;
import java.util.stream.Stream;

/** Training loss by epoch, with one thin line for each fold, on an axis that starts at zero. */
public final class TrainingChart {
    private static final double LEFT = 50;
    private static final double TOP = 8;
    private static final double WIDTH = 280;
    private static final double HEIGHT = 170;

    /** The losses of one fold: x is the epoch, y the loss, all finite. */
    public record Curve(String label, List<Point> losses) {
        public Curve {
            losses = List.copyOf(losses);
        }
    }

    private TrainingChart() {}

    /**
     * The losses of one model.
     *
     * @param id of the drawing, unique in the page
     * @param description of the drawing for screen readers, as sentences
     * @param curves at least one, with at least one epoch
     */
    public record Panel(String id, String title, String description, Series series, List<Curve> curves) {
        public Panel {
            curves = List.copyOf(curves);
        }
    }

    /**
     * Draws the charts of several models that are shown next to each other and therefore share both axes.
     *
     * @return one drawing for each panel, in their order
     */
    public static List<Svg> drawAll(List<Panel> panels) {
        List<Curve> all =
                panels.stream().flatMap(panel -> panel.curves().stream()).toList();
        Frame frame = new Frame(epochs(all), losses(all));
        return panels.stream().map(panel -> draw(panel, frame)).toList();
    }

    private static Svg draw(Panel panel, Frame frame) {
        List<Curve> curves = panel.curves();
        Drawing drawing =
                Drawing.titled(panel.id(), LEFT + WIDTH + 10, TOP + HEIGHT + 42, panel.title(), panel.description());
        frame.drawTo(drawing, "epoch", "training loss");
        drawing.group(panel.series().cssClass());
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

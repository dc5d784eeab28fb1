package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;

/** A metric over the parts of a reading session: a thick line for all readers together, a thin line for each reader. */
public final class PositionChart {
    private static final double LEFT = 50;
    private static final double TOP = 14;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 190;

    /**
     * One line.
     *
     * @param values one for each part; NaN if undefined
     */
    public record Line(Series series, String label, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /**
     * The content of a chart.
     *
     * @param id of the drawing, unique in the page
     * @param description of the drawing for screen readers, as sentences
     * @param parts the name of each part, in order
     * @param all the values of all readers together
     * @param highest value of the vertical axis, which starts at 0; empty for the largest value shown
     * @param column name of the values in the CSV file
     */
    public record Panel(
            String id,
            String title,
            String description,
            List<String> parts,
            List<Double> all,
            List<Line> readers,
            OptionalDouble highest,
            String column) {
        public Panel {
            parts = List.copyOf(parts);
            all = List.copyOf(all);
            readers = List.copyOf(readers);
        }
    }

    private PositionChart() {}

    /** Draws the chart and keeps its numbers. */
    public static Svg draw(Panel panel) {
        Drawing drawing =
                Drawing.titled(panel.id(), LEFT + WIDTH + 14, TOP + HEIGHT + 42, panel.title(), panel.description());
        Scale y = panel.highest().isPresent()
                ? new Scale(0, panel.highest().getAsDouble(), TOP + HEIGHT, TOP)
                : Scale.around(0, largest(panel), TOP + HEIGHT, TOP);
        Frame frame = new Frame(new Scale(0.5, panel.parts().size() + 0.5, LEFT, LEFT + WIDTH), y);
        axes(drawing, frame, panel);
        for (Line line : panel.readers()) {
            drawing.group(line.series().cssClass(), line.label());
            drawing.polyline(points(frame, line.values()), "curve thin");
            points(frame, line.values()).forEach(point -> line.series().mark(drawing, point));
            drawing.end();
        }
        drawing.group("hue-6 dash-1", "all readers");
        drawing.polyline(points(frame, panel.all()), "curve");
        drawing.end();
        return drawing.showing(numbers(panel)).svg();
    }

    private static double largest(Panel panel) {
        return Stream.concat(panel.all().stream(), panel.readers().stream().flatMap(line -> line.values().stream()))
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    private static void axes(Drawing drawing, Frame frame, Panel panel) {
        drawing.group("axes");
        for (double tick : frame.y().ticks(5)) {
            drawing.line(frame.at(frame.x().from(), tick), frame.at(frame.x().to(), tick), "grid");
            drawing.text(
                    new Point(frame.x().fromPx() - 7, frame.y().px(tick) + 3.5),
                    Anchor.END,
                    "tick",
                    Numbers.axis(tick));
        }
        for (int part = 0; part < panel.parts().size(); part++) {
            Point below = new Point(frame.x().px(part + 1), frame.y().fromPx() + 16);
            drawing.text(below, Anchor.MIDDLE, "tick", panel.parts().get(part));
        }
        drawing.line(
                frame.at(frame.x().from(), frame.y().from()),
                frame.at(frame.x().to(), frame.y().from()),
                "axis");
        drawing.text(
                new Point(LEFT + WIDTH / 2, TOP + HEIGHT + 34),
                Anchor.MIDDLE,
                "axis-title",
                "position of the case in the session");
        drawing.upwardText(new Point(11, TOP + HEIGHT / 2), "axis-title", panel.title());
        drawing.end();
    }

    private static List<Point> points(Frame frame, List<Double> values) {
        List<Point> points = new ArrayList<>();
        for (int part = 0; part < values.size(); part++) {
            if (Double.isFinite(values.get(part))) {
                points.add(frame.at(part + 1.0, values.get(part)));
            }
        }
        return points;
    }

    private static FigureData.Table numbers(Panel panel) {
        FigureData.Table table = FigureData.of("part", "positions", "reader", panel.column());
        for (int part = 0; part < panel.parts().size(); part++) {
            table.row(part + 1, panel.parts().get(part), "all", panel.all().get(part));
            for (Line line : panel.readers()) {
                table.row(
                        part + 1,
                        panel.parts().get(part),
                        line.label(),
                        line.values().get(part));
            }
        }
        return table;
    }
}

package org.facies.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;

/** A score in [0, 1] over the number of children: the drawn sizes with a band, and a dotted extrapolation. */
public final class SampleSizeChart {
    private static final double LEFT = 50;
    private static final double TOP = 22;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 210;
    private static final double BAR_GAP_PX = 4;

    /** A score at a size with its interval, all finite. */
    public record Band(double size, double value, double low, double high) {
        private Point at() {
            return new Point(size, value);
        }
    }

    /**
     * One curve.
     *
     * @param drawn by increasing size, at least one
     * @param whole the whole cohort, with the 95 % interval over its children
     * @param beyond extrapolated values by increasing size
     */
    public record Curve(Series series, String label, List<Band> drawn, Optional<Band> whole, List<Band> beyond) {
        public Curve {
            drawn = List.copyOf(drawn);
            beyond = List.copyOf(beyond);
        }
    }

    /**
     * The content of a chart.
     *
     * @param id of the drawing, unique in the page
     * @param description of the drawing for screen readers, as sentences
     * @param target the wanted score, if there is one
     */
    public record Panel(
            String id,
            String title,
            String description,
            String xTitle,
            String yTitle,
            OptionalDouble target,
            List<Curve> curves) {
        public Panel {
            curves = List.copyOf(curves);
        }
    }

    private SampleSizeChart() {}

    /**
     * Draws charts that are shown next to each other and therefore share both axes.
     *
     * @return one for each panel, in their order
     */
    public static List<Svg> drawAll(List<Panel> panels) {
        Scale sizes =
                sizes(panels.stream().flatMap(panel -> panel.curves().stream()).toList());
        return panels.stream().map(panel -> draw(panel, sizes)).toList();
    }

    private static Svg draw(Panel panel, Scale sizes) {
        Drawing drawing =
                Drawing.titled(panel.id(), LEFT + WIDTH + 14, TOP + HEIGHT + 42, panel.title(), panel.description());
        Frame frame = new Frame(sizes, new Scale(0, 1, TOP + HEIGHT, TOP));
        List<Curve> curves = panel.curves();
        frame.drawTo(drawing, panel.xTitle(), panel.yTitle());
        panel.target().ifPresent(score -> {
            drawing.line(frame.at(frame.x().from(), score), frame.at(frame.x().to(), score), "reference");
            Frame.note(drawing, frame.at(frame.x().from(), score), "target " + Numbers.axis(score));
        });
        curves.stream()
                .filter(curve -> !curve.beyond().isEmpty())
                .findFirst()
                .ifPresent(curve -> border(drawing, frame, curve));
        curves.forEach(curve -> draw(drawing, frame, curve));
        return drawing.svg();
    }

    private static void border(Drawing drawing, Frame frame, Curve curve) {
        double last = last(curve).size();
        drawing.line(frame.at(last, 0), frame.at(last, 1), "reference");
        drawing.text(new Point(frame.x().px(last) + 5, TOP - 8), Anchor.START, "note", "extrapolated");
    }

    private static void draw(Drawing drawing, Frame frame, Curve curve) {
        drawing.group(curve.series().cssClass(), curve.label());
        drawing.polygon(outline(frame, curve.drawn()), "band");
        if (!curve.beyond().isEmpty()) {
            List<Band> beyond = new ArrayList<>(curve.beyond());
            drawing.polygon(outline(frame, beyond), "band faint");
            drawing.polyline(line(frame, beyond), "curve thin beyond");
        }
        drawing.polyline(line(frame, curve.drawn()), "curve");
        curve.drawn().forEach(band -> curve.series().mark(drawing, frame.at(band.at())));
        curve.whole().ifPresent(band -> bar(drawing, frame, curve.series(), band));
        drawing.end();
    }

    /** The bars of several curves are drawn side by side. */
    private static void bar(Drawing drawing, Frame frame, Series series, Band band) {
        double px = frame.x().px(band.size()) + BAR_GAP_PX * series.index();
        drawing.line(
                new Point(px, frame.y().px(band.low())), new Point(px, frame.y().px(band.high())), "bar");
    }

    private static List<Point> line(Frame frame, List<Band> bands) {
        return bands.stream().map(band -> frame.at(band.at())).toList();
    }

    private static List<Point> outline(Frame frame, List<Band> bands) {
        List<Band> back = new ArrayList<>(bands);
        Collections.reverse(back);
        return Stream.concat(
                        bands.stream().map(band -> frame.at(band.size(), inside(band.high()))),
                        back.stream().map(band -> frame.at(band.size(), inside(band.low()))))
                .toList();
    }

    /** Clips a value to [0, 1], because a fitted curve can leave the range of a score. */
    private static double inside(double score) {
        return Math.max(0, Math.min(1, score));
    }

    private static Band last(Curve curve) {
        return curve.drawn().get(curve.drawn().size() - 1);
    }

    private static Scale sizes(List<Curve> curves) {
        double largest = curves.stream()
                .flatMap(curve -> Stream.concat(curve.drawn().stream(), curve.beyond().stream()))
                .mapToDouble(Band::size)
                .max()
                .orElse(1);
        return new Scale(0, largest * 1.02, LEFT, LEFT + WIDTH);
    }
}

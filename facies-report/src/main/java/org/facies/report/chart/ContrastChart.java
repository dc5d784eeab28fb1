package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;

/**
 * One contrast in several metrics. Each metric has a line of text, the 95 % interval of the trained models and, below
 * it, the interval if retrained. A dashed line marks no difference. Charts that are compared share one {@link Reach}.
 */
public final class ContrastChart {
    /** Style of the intervals of these trained models. */
    public static final Series THESE_MODELS = new Series(0);

    /** Style of the intervals of retrained models. */
    public static final Series RETRAINED = new Series(1);

    private static final double WIDTH = 380;
    private static final double LEFT = 8;
    private static final double RIGHT = WIDTH - 12;
    private static final double HEAD = 26;
    private static final double ROW = 52;

    /**
     * One metric, in percentage points.
     *
     * @param text both values, to the right of the label
     * @param theseModels empty if undefined
     * @param retrained empty if undefined
     */
    public record Row(
            String label,
            String text,
            Optional<ForestPlot.Interval> theseModels,
            Optional<ForestPlot.Interval> retrained) {}

    /** The lowest and highest value on an axis. */
    public record Reach(double low, double high) {

        /** The range of all values in the rows, extended to 0. */
        public static Reach of(List<Row> rows) {
            double[] ends = rows.stream()
                    .flatMapToDouble(row -> DoubleStream.concat(ends(row.theseModels()), ends(row.retrained())))
                    .toArray();
            return new Reach(
                    DoubleStream.of(ends).min().stream()
                            .map(x -> Math.min(x, 0))
                            .findFirst()
                            .orElse(-1),
                    DoubleStream.of(ends).max().stream()
                            .map(x -> Math.max(x, 0))
                            .findFirst()
                            .orElse(1));
        }

        private static DoubleStream ends(Optional<ForestPlot.Interval> interval) {
            return interval.stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.value(), i.high()));
        }
    }

    private ContrastChart() {}

    public static Svg draw(String id, String title, String description, Reach reach, List<Row> rows) {
        double bottom = HEAD + ROW * rows.size();
        Drawing drawing = Drawing.titled(id, WIDTH, bottom + 24, title, description);
        Scale scale = Scale.around(reach.low(), reach.high(), LEFT, RIGHT);
        axis(drawing, scale, bottom);
        for (int i = 0; i < rows.size(); i++) {
            row(drawing, scale, rows.get(i), HEAD + ROW * i);
        }
        return drawing.showing(data(rows)).svg();
    }

    private static FigureData.Table data(List<Row> rows) {
        FigureData.Table table = FigureData.of("figure", "interval", "points", "low", "high");
        for (Row row : rows) {
            row.theseModels().ifPresent(i -> table.row(row.label(), "these models", i.value(), i.low(), i.high()));
            row.retrained().ifPresent(i -> table.row(row.label(), "if retrained", i.value(), i.low(), i.high()));
        }
        return table;
    }

    private static void axis(Drawing drawing, Scale scale, double bottom) {
        drawing.group("axes");
        List<Double> ticks = new ArrayList<>(scale.ticks(5));
        for (double tick : ticks) {
            double px = scale.px(tick);
            drawing.line(new Point(px, HEAD - 6), new Point(px, bottom), "grid");
            Anchor anchor = px < LEFT + 8 ? Anchor.START : px > RIGHT - 8 ? Anchor.END : Anchor.MIDDLE;
            drawing.text(new Point(px, bottom + 16), anchor, "tick", Numbers.axis(tick));
        }
        drawing.line(new Point(LEFT, bottom), new Point(RIGHT, bottom), "axis").end();
        double zero = scale.px(0);
        drawing.line(new Point(zero, HEAD - 6), new Point(zero, bottom), "reference");
        Anchor side = zero < LEFT + 70 ? Anchor.START : zero > RIGHT - 70 ? Anchor.END : Anchor.MIDDLE;
        drawing.text(new Point(zero, 12), side, "note", "no difference");
    }

    private static void row(Drawing drawing, Scale scale, Row row, double top) {
        drawing.text(new Point(LEFT, top + 14), Anchor.START, "label", row.label());
        drawing.text(new Point(RIGHT, top + 14), Anchor.END, "value", row.text());
        bar(
                drawing,
                scale,
                THESE_MODELS,
                row.label() + ", these models, 95\u00a0% interval",
                row.theseModels(),
                top + 27);
        bar(drawing, scale, RETRAINED, row.label() + ", if retrained, 95\u00a0% interval", row.retrained(), top + 39);
    }

    private static void bar(
            Drawing drawing,
            Scale scale,
            Series series,
            String tooltip,
            Optional<ForestPlot.Interval> interval,
            double y) {
        interval.ifPresent(i -> {
            drawing.group(series.cssClass(), tooltip);
            drawing.line(new Point(scale.px(i.low()), y), new Point(scale.px(i.high()), y), "bar");
            series.mark(drawing, new Point(scale.px(i.value()), y));
            drawing.end();
        });
    }
}

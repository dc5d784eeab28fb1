package org.facies.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;

/**
 * One metric of several models. Each model has a line of text, a bar for the 95 % interval with a marker at the value,
 * and a dot for each fold. A dashed line marks the baseline.
 */
public final class ForestPlot {
    private static final double WIDTH = 380;
    private static final double LEFT = 8;
    private static final double RIGHT = WIDTH - 12;
    private static final double HEAD = 26;
    private static final double ROW = 46;
    private static final int LONGEST_LABEL = 24;

    /** A value with its interval, all finite. */
    public record Interval(double value, double low, double high) {}

    /**
     * One model.
     *
     * @param text the value, to the right of the label
     * @param interval empty if the value is undefined
     * @param folds the values in each fold, finite
     */
    public record Row(Series series, String label, String text, Optional<Interval> interval, List<Double> folds) {
        public Row {
            folds = List.copyOf(folds);
        }
    }

    /** A reference value, for example that of the majority class. */
    public record Baseline(String label, double value) {}

    /**
     * The content of a plot.
     *
     * @param id of the drawing, unique in the page
     * @param description of the drawing for screen readers, as sentences
     */
    public record Panel(String id, String title, String description, Optional<Baseline> baseline, List<Row> rows) {
        public Panel {
            rows = List.copyOf(rows);
        }
    }

    private ForestPlot() {}

    /** Draws a single plot. */
    public static Svg draw(String id, String title, String description, Optional<Baseline> baseline, List<Row> rows) {
        return drawAll(List.of(new Panel(id, title, description, baseline, rows)))
                .get(0);
    }

    /** Shares, on an axis from 0 to 1, so that several plots can be compared. */
    public static Svg ofShares(String id, String title, String description, List<Row> rows) {
        return draw(new Panel(id, title, description, Optional.empty(), rows), new Scale(0, 1, LEFT, RIGHT));
    }

    /**
     * Draws plots that are compared with each other and therefore share one axis.
     *
     * @return one for each panel, in their order
     */
    public static List<Svg> drawAll(List<Panel> panels) {
        Scale scale = scale(panels);
        return panels.stream().map(panel -> draw(panel, scale)).toList();
    }

    private static Svg draw(Panel panel, Scale scale) {
        List<Row> rows = panel.rows();
        double bottom = HEAD + ROW * rows.size();
        Drawing drawing = Drawing.titled(panel.id(), WIDTH, bottom + 24, panel.title(), panel.description());
        axis(drawing, scale, bottom);
        panel.baseline().ifPresent(line -> reference(drawing, scale, line, bottom));
        for (int i = 0; i < rows.size(); i++) {
            row(drawing, scale, rows.get(i), HEAD + ROW * i);
        }
        return drawing.showing(data(rows)).svg();
    }

    private static FigureData.Table data(List<Row> rows) {
        FigureData.Table table = FigureData.of("series", "what", "value", "low", "high");
        for (Row row : rows) {
            row.interval().ifPresent(i -> table.row(row.label(), "pooled", i.value(), i.low(), i.high()));
            row.folds().forEach(fold -> table.row(row.label(), "fold", fold, "", ""));
        }
        return table;
    }

    private static Scale scale(List<Panel> panels) {
        double[] values = panels.stream()
                .flatMap(panel -> Stream.concat(
                        panel.baseline().map(Baseline::value).stream(),
                        panel.rows().stream().flatMap(ForestPlot::drawn)))
                .mapToDouble(Double::doubleValue)
                .toArray();
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        return Scale.around(low, high, LEFT, RIGHT);
    }

    private static Stream<Double> drawn(Row row) {
        return Stream.concat(
                row.folds().stream(), row.interval().stream().flatMap(i -> Stream.of(i.low(), i.value(), i.high())));
    }

    private static void axis(Drawing drawing, Scale scale, double bottom) {
        drawing.group("axes");
        for (double tick : scale.ticks(4)) {
            double px = scale.px(tick);
            drawing.line(new Point(px, HEAD - 6), new Point(px, bottom), "grid");
            Anchor anchor = px < LEFT + 8 ? Anchor.START : px > RIGHT - 8 ? Anchor.END : Anchor.MIDDLE;
            drawing.text(new Point(px, bottom + 16), anchor, "tick", Numbers.axis(tick));
        }
        drawing.line(new Point(LEFT, bottom), new Point(RIGHT, bottom), "axis").end();
    }

    private static void reference(Drawing drawing, Scale scale, Baseline baseline, double bottom) {
        double px = scale.px(baseline.value());
        drawing.line(new Point(px, HEAD - 6), new Point(px, bottom), "reference");
        Anchor side = px < LEFT + 70 ? Anchor.START : px > RIGHT - 70 ? Anchor.END : Anchor.MIDDLE;
        String text = baseline.label() + " " + Numbers.score(baseline.value());
        drawing.text(new Point(px, 12), side, "note", text);
    }

    private static void row(Drawing drawing, Scale scale, Row row, double top) {
        drawing.text(new Point(LEFT, top + 14), Anchor.START, "label", shortened(row.label()));
        drawing.text(new Point(RIGHT, top + 14), Anchor.END, "value", row.text());
        drawing.group(row.series().cssClass(), row.label() + " " + row.text());
        double middle = top + 29;
        row.folds().forEach(fold -> drawing.circle(new Point(scale.px(fold), middle + 9), 2, "dot"));
        row.interval().ifPresent(interval -> {
            Point low = new Point(scale.px(interval.low()), middle);
            Point high = new Point(scale.px(interval.high()), middle);
            drawing.line(low, high, "bar");
            row.series().mark(drawing, new Point(scale.px(interval.value()), middle));
        });
        drawing.end();
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}

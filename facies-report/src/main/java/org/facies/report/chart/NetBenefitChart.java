package org.facies.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;
import org.facies.uncertainty.NetBenefitCurve;

/**
 * Decision curves of several models at one prevalence, with 95 % bands: net benefit in true positives per 1,000
 * children over the threshold probability, on a logarithmic axis.
 */
public final class NetBenefitChart {
    private static final double LEFT = 56;
    private static final double TOP = 8;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 220;
    private static final double CHILDREN = 1000;

    /** Lower end of the axis, as a multiple of the highest possible net benefit. */
    private static final double LOWEST = -0.3;

    /** The curve of one model. */
    public record Curve(Series series, String label, NetBenefitCurve curve) {}

    private NetBenefitChart() {}

    /**
     * Draws the curves.
     *
     * @param curves at least one, all at the same prevalence and with the same thresholds
     */
    public static Svg draw(String id, String title, String description, List<Curve> curves) {
        Drawing drawing = Drawing.titled(id, LEFT + WIDTH + 12, TOP + HEIGHT + 42, title, description);
        List<NetBenefitCurve.Point> first = curves.get(0).curve().points();
        double most = CHILDREN * curves.get(0).curve().prevalence();
        Scale x = new Scale(log(first.get(0)), log(first.get(first.size() - 1)), LEFT, LEFT + WIDTH);
        Frame frame = new Frame(x, new Scale(LOWEST * most, most, TOP + HEIGHT, TOP));
        axes(drawing, frame, first);
        drawing.line(frame.at(x.from(), 0), frame.at(x.to(), 0), "axis");
        clipped(drawing, frame, first, NetBenefitCurve.Point::treatAll, "reference open");
        curves.forEach(curve -> band(drawing, frame, curve));
        for (Curve curve : curves) {
            drawing.group(curve.series().cssClass(), curve.label());
            clipped(
                    drawing,
                    frame,
                    curve.curve().points(),
                    point -> point.netBenefit().value(),
                    "curve");
            drawing.end();
        }
        return drawing.showing(data(curves)).svg();
    }

    private static void axes(Drawing drawing, Frame frame, List<NetBenefitCurve.Point> points) {
        drawing.group("axes");
        for (double tick : frame.y().ticks(5)) {
            drawing.line(frame.at(frame.x().from(), tick), frame.at(frame.x().to(), tick), "grid");
            drawing.text(new Point(LEFT - 7, frame.y().px(tick) + 3.5), Anchor.END, "tick", Numbers.axis(tick));
        }
        double bottom = TOP + HEIGHT;
        for (NetBenefitCurve.Point point : points) {
            String digits = Numbers.axis(point.threshold()).replaceAll("[0.]", "");
            if (digits.equals("1") || digits.equals("2") || digits.equals("5")) {
                double px = frame.x().px(log(point));
                drawing.line(new Point(px, bottom), new Point(px, bottom + 4), "axis");
                drawing.text(new Point(px, bottom + 16), Anchor.MIDDLE, "tick", Numbers.axis(point.threshold()));
            }
        }
        drawing.line(new Point(LEFT, bottom), new Point(LEFT + WIDTH, bottom), "axis");
        drawing.text(new Point(LEFT + WIDTH / 2, bottom + 34), Anchor.MIDDLE, "axis-title", "threshold probability");
        drawing.upwardText(new Point(11, TOP + HEIGHT / 2), "axis-title", "net benefit per 1,000 children");
        drawing.end();
    }

    /** Draws the parts of a line that lie within the chart. */
    private static void clipped(
            Drawing drawing,
            Frame frame,
            List<NetBenefitCurve.Point> points,
            ToDoubleFunction<NetBenefitCurve.Point> value,
            String cssClass) {
        double lowest = frame.y().from();
        List<Point> part = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point here = new Point(log(points.get(i)), CHILDREN * value.applyAsDouble(points.get(i)));
            if (i > 0) {
                Point before = new Point(log(points.get(i - 1)), CHILDREN * value.applyAsDouble(points.get(i - 1)));
                if (before.y() < lowest != here.y() < lowest) {
                    double along = (lowest - before.y()) / (here.y() - before.y());
                    part.add(frame.at(before.x() + along * (here.x() - before.x()), lowest));
                }
            }
            if (here.y() >= lowest) {
                part.add(frame.at(here));
            }
            if (part.size() > 1 && (here.y() < lowest || i == points.size() - 1)) {
                drawing.polyline(part, cssClass);
            }
            if (here.y() < lowest) {
                part.clear();
            }
        }
    }

    private static void band(Drawing drawing, Frame frame, Curve curve) {
        List<NetBenefitCurve.Point> points = curve.curve().points();
        List<Point> around = new ArrayList<>(line(frame, points, point -> end(point, true)));
        List<Point> back = new ArrayList<>(line(frame, points, point -> end(point, false)));
        Collections.reverse(back);
        around.addAll(back);
        drawing.group(curve.series().cssClass()).polygon(around, "band faint").end();
    }

    /** An end of the interval; the value itself without an interval. */
    private static double end(NetBenefitCurve.Point point, boolean isHigh) {
        double end = isHigh
                ? point.netBenefit().interval().high()
                : point.netBenefit().interval().low();
        return Double.isNaN(end) ? point.netBenefit().value() : end;
    }

    private static List<Point> line(
            Frame frame, List<NetBenefitCurve.Point> points, ToDoubleFunction<NetBenefitCurve.Point> value) {
        return points.stream()
                .map(point -> frame.at(log(point), Math.max(frame.y().from(), CHILDREN * value.applyAsDouble(point))))
                .toList();
    }

    private static double log(NetBenefitCurve.Point point) {
        return Math.log10(point.threshold());
    }

    private static FigureData.Table data(List<Curve> curves) {
        FigureData.Table table = FigureData.of(
                "series", "threshold", "net_benefit", "low", "high", "treat_all", "sensitivity", "specificity");
        for (Curve curve : curves) {
            curve.curve()
                    .points()
                    .forEach(point -> table.row(
                            curve.label(),
                            point.threshold(),
                            point.netBenefit().value(),
                            point.netBenefit().interval().low(),
                            point.netBenefit().interval().high(),
                            point.treatAll(),
                            point.sensitivity().value(),
                            point.specificity().value()));
        }
        return table;
    }
}

package org.facies.report.chart;

import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;

/** The plot area of a chart with its two scales. Draws the grid, the ticks and the axis titles. */
record Frame(Scale x, Scale y) {

    /** A square plot area with both axes from zero to one. */
    static Frame unitSquare(double leftPx, double topPx, double sidePx) {
        return new Frame(new Scale(0, 1, leftPx, leftPx + sidePx), new Scale(0, 1, topPx + sidePx, topPx));
    }

    /** A short text just above and to the right of a point, for example the name of a reference line. */
    static void note(Drawing drawing, Point at, String content) {
        drawing.text(new Point(at.x() + 5, at.y() - 5), Anchor.START, "note", content);
    }

    Point at(double dataX, double dataY) {
        return new Point(x.px(dataX), y.px(dataY));
    }

    Point at(Point data) {
        return at(data.x(), data.y());
    }

    void drawTo(Drawing drawing, String xTitle, String yTitle) {
        drawing.group("axes");
        for (double tick : y.ticks(5)) {
            drawing.line(at(x.from(), tick), at(x.to(), tick), "grid");
            Point label = new Point(x.fromPx() - 7, y.px(tick) + 3.5);
            drawing.text(label, Anchor.END, "tick", Numbers.axis(tick));
        }
        for (double tick : x.ticks(5)) {
            drawing.line(at(tick, y.from()), new Point(x.px(tick), y.fromPx() + 4), "axis");
            Point label = new Point(x.px(tick), y.fromPx() + 16);
            drawing.text(label, Anchor.MIDDLE, "tick", Numbers.axis(tick));
        }
        drawing.line(at(x.from(), y.from()), at(x.to(), y.from()), "axis");
        Point below = new Point((x.fromPx() + x.toPx()) / 2, y.fromPx() + 34);
        drawing.text(below, Anchor.MIDDLE, "axis-title", xTitle);
        drawing.upwardText(new Point(11, (y.fromPx() + y.toPx()) / 2), "axis-title", yTitle);
        drawing.end();
    }
}

package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The style of one of several series in a chart. Series differ in hue, dash and marker, never in hue alone.
 *
 * @param index of the series, from 0; the seventh series has the hue of the first with another dash
 */
public record Series(int index) {
    private static final int HUES = 6;
    private static final int SHAPES = 4;

    public Series {
        if (index < 0) {
            throw new IllegalArgumentException("series " + index);
        }
    }

    /** The CSS classes of the hue and the dash. */
    public String cssClass() {
        return "hue-" + (index % HUES + 1) + " dash-" + (shape() + 1);
    }

    /** The line with its marker, for a legend. */
    public Svg swatch() {
        Drawing drawing = Drawing.ornament(34, 12).group(cssClass());
        drawing.line(new Point(1, 6), new Point(33, 6), "curve");
        mark(drawing, new Point(17, 6));
        return drawing.end().svg();
    }

    /** The marker only, for a series that is drawn as points. */
    public Svg markOnly() {
        Drawing drawing = Drawing.ornament(34, 12).group(cssClass());
        mark(drawing, new Point(17, 6));
        return drawing.end().svg();
    }

    void mark(Drawing drawing, Point at) {
        switch (shape()) {
            case 0 -> drawing.circle(at, 4.2, "marker");
            case 1 -> drawing.rectangle(new Point(at.x() - 3.8, at.y() - 3.8), 7.6, 7.6, "marker");
            case 2 -> drawing.polygon(around(at, 0, -4.8, 4.6, 3.6, -4.6, 3.6), "marker");
            default -> drawing.polygon(around(at, 0, -5.2, 5.2, 0, 0, 5.2, -5.2, 0), "marker");
        }
    }

    private int shape() {
        return (index + index / HUES) % SHAPES;
    }

    private static List<Point> around(Point centre, double... offsets) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < offsets.length; i += 2) {
            corners.add(new Point(centre.x() + offsets[i], centre.y() + offsets[i + 1]));
        }
        return corners;
    }
}

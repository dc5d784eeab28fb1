package org.facies.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes one SVG drawing. Every text and attribute is escaped, and every coordinate has at most two decimals. Colours
 * come from the CSS classes of the page, so that a drawing follows the light and the dark scheme.
 */
final class Drawing {
    /** Which part of a text is at its x coordinate. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder markup = new StringBuilder(2048);

    private final Svg.Canvas canvas;
    private FigureData data = FigureData.NONE;

    private Drawing(Svg.Canvas canvas) {
        this.canvas = canvas;
    }

    /**
     * A drawing that a screen reader announces.
     *
     * @param id of the drawing, unique in the page, letters, digits and hyphens
     * @param title in few words
     * @param description for screen readers, as sentences
     */
    static Drawing titled(String id, double widthPx, double heightPx, String title, String description) {
        String name = Markup.escape(id);
        String announced = " role=\"img\" aria-labelledby=\"" + name + "-t\" aria-describedby=\"" + name + "-d\"";
        Drawing drawing = new Drawing(new Svg.Canvas(id, widthPx, heightPx, announced));
        drawing.markup
                .append("<title id=\"" + name + "-t\">" + Markup.escape(title) + "</title>")
                .append("<desc id=\"" + name + "-d\">" + Markup.escape(description) + "</desc>");
        return drawing;
    }

    /** An ornament next to a text that says the same; hidden from screen readers. */
    static Drawing ornament(double widthPx, double heightPx) {
        return new Drawing(new Svg.Canvas("", widthPx, heightPx, " class=\"swatch\" aria-hidden=\"true\""));
    }

    /** Sets the numbers that the drawing shows. */
    Drawing showing(FigureData.Table numbers) {
        data = numbers.done();
        return this;
    }

    Drawing group(String cssClass) {
        markup.append("<g" + style(cssClass) + ">");
        return this;
    }

    /** Opens a group with a text that browsers show next to the pointer. */
    Drawing group(String cssClass, String tooltip) {
        group(cssClass);
        markup.append("<title>" + Markup.escape(tooltip) + "</title>");
        return this;
    }

    Drawing end() {
        markup.append("</g>");
        return this;
    }

    Drawing line(Point from, Point to, String cssClass) {
        markup.append("<line" + attribute("x1", from.x()) + attribute("y1", from.y()) + attribute("x2", to.x())
                + attribute("y2", to.y()) + style(cssClass) + "/>");
        return this;
    }

    Drawing polyline(List<Point> points, String cssClass) {
        markup.append("<polyline points=\"" + coordinates(points) + "\"" + style(cssClass) + "/>");
        return this;
    }

    Drawing polygon(List<Point> points, String cssClass) {
        markup.append("<polygon points=\"" + coordinates(points) + "\"" + style(cssClass) + "/>");
        return this;
    }

    Drawing circle(Point centre, double radiusPx, String cssClass) {
        markup.append("<circle" + attribute("cx", centre.x()) + attribute("cy", centre.y()) + attribute("r", radiusPx)
                + style(cssClass) + "/>");
        return this;
    }

    Drawing rectangle(Point corner, double widthPx, double heightPx, String cssClass) {
        markup.append("<rect" + attribute("x", corner.x()) + attribute("y", corner.y()) + attribute("width", widthPx)
                + attribute("height", heightPx) + style(cssClass) + "/>");
        return this;
    }

    Drawing text(Point at, Anchor anchor, String cssClass, String content) {
        String side = anchor.name().toLowerCase(Locale.ROOT);
        markup.append("<text" + attribute("x", at.x()) + attribute("y", at.y()) + " text-anchor=\"" + side + "\""
                + style(cssClass) + ">" + Markup.escape(content) + "</text>");
        return this;
    }

    /** A text that runs from bottom to top, centred at a point. */
    Drawing upwardText(Point at, String cssClass, String content) {
        String place = "translate(" + Markup.number(at.x()) + " " + Markup.number(at.y()) + ") rotate(-90)";
        markup.append("<text transform=\"" + place + "\" text-anchor=\"middle\"" + style(cssClass) + ">"
                + Markup.escape(content) + "</text>");
        return this;
    }

    Svg svg() {
        return new Svg(canvas, markup.toString(), data);
    }

    private static String coordinates(List<Point> points) {
        return points.stream()
                .map(point -> Markup.number(point.x()) + "," + Markup.number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + Markup.number(value) + "\"";
    }

    private static String style(String cssClass) {
        return " class=\"" + Markup.escape(cssClass) + "\"";
    }
}

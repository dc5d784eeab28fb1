package org.facies.report.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.facies.report.text.SimulatedMark;
import org.facies.report.text.Stamp;

/** A finished drawing, safe to put into a page as it is; only {@link Drawing} makes one. */
public final class Svg implements Content {
    private static final double STAMP_HEIGHT = 20;

    private final Canvas canvas;
    private final String content;
    private final FigureData data;

    /**
     * What is drawn on.
     *
     * @param id of the drawing in the page, or empty for an ornament
     * @param attributes of the element, escaped, each after a space
     */
    record Canvas(String id, double widthPx, double heightPx, String attributes) {
        private Canvas lower(double px) {
            return new Canvas(id, widthPx, heightPx + px, attributes);
        }

        private String opened() {
            String width = Markup.number(widthPx);
            String height = Markup.number(heightPx);
            return " viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\""
                    + attributes + ">";
        }
    }

    /** @param content what is inside the element */
    Svg(Canvas canvas, String content, FigureData data) {
        this.canvas = canvas;
        this.content = content;
        this.data = data;
    }

    /** Its name in the page, or empty for an ornament. */
    public String id() {
        return canvas.id();
    }

    public String markup() {
        return "<svg" + canvas.opened() + content + "</svg>";
    }

    /** The numbers that it shows; without columns where it shows none of its own. */
    public FigureData data() {
        return data;
    }

    /** The drawing as a file of its own, with its colours. */
    public String standalone() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + canvas.opened() + content + "<style>" + styleSheet()
                + "</style></svg>\n";
    }

    /** The same with the stamp below the drawing, in its description and in its numbers; an ornament stays as it is. */
    public Svg with(Stamp stamp) {
        return stamp.isSynthetic() ? marked(stamp.brief(), data.with(stamp)) : this;
    }

    /** The same with a line below the drawing and a column of its numbers that say that readers are simulated. */
    public Svg withSimulatedReaders() {
        return marked(SimulatedMark.BRIEF, data.withSimulatedReaders());
    }

    /** The same drawing with other numbers in its file, such as labels for names. */
    public Svg showing(FigureData numbers) {
        return new Svg(canvas, content, numbers);
    }

    private Svg marked(String brief, FigureData numbers) {
        if (id().isEmpty()) {
            return this;
        }
        Canvas larger = canvas.lower(STAMP_HEIGHT);
        String text = Markup.escape(brief);
        String line = "<text x=\"8\" y=\"" + Markup.number(larger.heightPx() - 6)
                + "\" text-anchor=\"start\" class=\"stamp\">" + text + "</text>";
        return new Svg(larger, content.replaceFirst("</desc>", " " + text + "</desc>") + line, numbers);
    }

    private static String styleSheet() {
        try (InputStream css = Svg.class.getResourceAsStream("standalone.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup());
    }
}

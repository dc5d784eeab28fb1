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

/** A finished drawing. Its markup is escaped and can be put into a page unchanged; only {@link Drawing} creates one. */
public final class Svg implements Content {
    private static final double STAMP_HEIGHT = 20;

    private final Canvas canvas;
    private final String content;
    private final FigureData data;

    /**
     * Size and attributes of a drawing.
     *
     * @param id of the drawing in the page, or empty for an ornament
     * @param attributes of the element, escaped, each with a leading space
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

    /** @param content of the {@code svg} element */
    Svg(Canvas canvas, String content, FigureData data) {
        this.canvas = canvas;
        this.content = content;
        this.data = data;
    }

    /** The id of the drawing in the page; empty for an ornament. */
    public String id() {
        return canvas.id();
    }

    public String markup() {
        return "<svg" + canvas.opened() + content + "</svg>";
    }

    /** The numbers that the drawing shows; a table without columns if it shows none. */
    public FigureData data() {
        return data;
    }

    /** The drawing as a separate file that contains its colours. */
    public String standalone() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + canvas.opened() + content + "<style>" + styleSheet()
                + "</style></svg>\n";
    }

    /** The same drawing with the stamp below it, in its description and in its numbers; an ornament is unchanged. */
    public Svg with(Stamp stamp) {
        return stamp.isSynthetic() ? marked(stamp.brief(), data.with(stamp)) : this;
    }

    /** The same drawing with a note below it and a column in its numbers that mark simulated readers. */
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

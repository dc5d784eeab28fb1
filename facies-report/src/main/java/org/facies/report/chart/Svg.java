package org.facies.report.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A finished drawing, safe to put into a page as it is; only {@link Drawing} makes one. */
public final class Svg implements Content {
    private final String id;
    private final String markup;
    private final FigureData data;

    Svg(String id, String markup, FigureData data) {
        this.id = id;
        this.markup = markup;
        this.data = data;
    }

    /** Its name in the page, or empty for an ornament. */
    public String id() {
        return id;
    }

    public String markup() {
        return markup;
    }

    /** The numbers that it shows; without columns where it shows none of its own. */
    public FigureData data() {
        return data;
    }

    /** The drawing as a file of its own, with its colours. */
    public String standalone() {
        String body = markup.substring("<svg".length(), markup.length() - "</svg>".length());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + body + "<style>" + styleSheet() + "</style></svg>\n";
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
        output.writeContent(markup);
    }
}

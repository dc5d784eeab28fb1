package org.facies.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The report's own style sheet, put into the page as it is. */
public record StyleSheet(String css) implements Content {

    /** The one of all pages. */
    static StyleSheet standard() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the application lacks its resource report.css");
            }
            return new StyleSheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(css);
    }
}

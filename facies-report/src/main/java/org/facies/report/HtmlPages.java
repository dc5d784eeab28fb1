package org.facies.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The templates of {@code src/main/jte}, all with the report's style sheet. */
final class HtmlPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPages.class.getClassLoader(), "org.facies.report.template");
    private final StyleSheet style = new StyleSheet(resource("report.css"));

    /**
     * Fills a template.
     *
     * @param parameters all but the style sheet
     */
    String text(String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("style", style);
        StringOutput html = new StringOutput(1 << 18);
        templates.render(template, all, html);
        return html.toString();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the application lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

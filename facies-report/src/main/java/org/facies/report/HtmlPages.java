package org.facies.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.facies.file.AtomicFile;
import org.facies.report.power.PowerPage;
import org.facies.report.section.AuditSection;
import org.facies.result.AuditReport;

/** The templates of {@code src/main/jte}, filled: each page is one HTML file that needs nothing else. */
public final class HtmlPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPages.class.getClassLoader(), "org.facies.report.template");
    private final StyleSheet style = new StyleSheet(resource("report.css"));

    /**
     * Writes {@code audit.html}: the findings of an audit. It names no subject and no photo.
     *
     * @return the file
     */
    public Path audit(AuditReport report, Path folder) {
        Path file = folder.resolve("audit.html");
        write(file, "audit.jte", Map.of("audit", AuditSection.of(report.findings())));
        return file;
    }

    /** Writes the page about how many children are needed. */
    public void power(PowerPage page, Path file) {
        write(file, "power.jte", Map.of("page", page));
    }

    /**
     * Writes a filled template, in one step.
     *
     * @param parameters all but the style sheet
     */
    void write(Path file, String template, Map<String, Object> parameters) {
        AtomicFile.write(file, text(template, parameters));
    }

    private String text(String template, Map<String, Object> parameters) {
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

package org.facies.report;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.facies.file.AtomicFile;
import org.facies.report.power.PowerPage;
import org.facies.report.power.ReaderPlanPage;
import org.facies.report.prediction.PredictionPage;
import org.facies.report.prediction.ShownChild;
import org.facies.report.review.ReviewPage;
import org.facies.report.review.ReviewedChild;
import org.facies.report.section.AuditSection;
import org.facies.report.text.Stamp;
import org.facies.result.AuditReport;

/** The templates of {@code src/main/jte}, filled: each page is one HTML file that loads nothing. */
public final class HtmlPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPages.class.getClassLoader(), "org.facies.report.template");
    private final StyleSheet style = new StyleSheet(resource("report.css"));

    /**
     * Writes {@code audit.html}: the findings of an audit. It names no subject and no photo.
     *
     * @param stamp of the cohort
     * @return the file
     */
    public Path audit(AuditReport report, Stamp stamp, Path folder) {
        Path file = folder.resolve("audit.html");
        write(file, "audit.jte", Map.of("audit", AuditSection.of(report.findings()), "stamp", stamp));
        return file;
    }

    /** Writes the page about how many children are needed. */
    public void power(PowerPage page, Path file) {
        write(file, "power.jte", Map.of("page", PageParts.stamped(page, page.stamp())));
    }

    /** Writes the page about how many readers and cases are needed. */
    public void readerPlan(ReaderPlanPage page, Path file) {
        write(file, "readerPlan.jte", Map.of("page", page));
    }

    /**
     * A source of children, one by one.
     *
     * @param <C> the data that is shown about a child
     */
    @FunctionalInterface
    public interface Children<C> {
        /** Hands each child to the page. */
        void writeTo(Consumer<C> page);
    }

    /**
     * Writes the page about children whose photos a model judged. Each child is written as it arrives, so there may be
     * more children than fit into memory.
     */
    public void predictions(PredictionPage page, Children<ShownChild> children, Path file) {
        childByChild("prediction", page, new StyleSheet(resource("prediction.css")), children, file);
    }

    /**
     * Writes the private page for reviewing the children of a run. Each child is written as it arrives, so there may be
     * more children than fit into memory.
     */
    public void review(ReviewPage page, Children<ReviewedChild> children, Path file) {
        childByChild("review", page, new StyleSheet(resource("review.css") + page.css()), children, file);
    }

    /** @param folder of the templates {@code page.jte} and {@code child.jte} */
    private <C> void childByChild(String folder, Record page, StyleSheet own, Children<C> children, Path file) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("style", style);
        parameters.put("own", own);
        parameters.put("children", (Content) output ->
                children.writeTo(child -> templates.render(folder + "/child.jte", Map.of("child", child), output)));
        AtomicFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            render(folder + "/page.jte", parameters, new WriterOutput(writer));
            writer.flush();
        });
    }

    /**
     * Throws the cause of a template's exception: an error of the children's source is not an error of the template.
     */
    private void render(String template, Map<String, Object> parameters, TemplateOutput output) throws IOException {
        try {
            templates.render(template, parameters, output);
        } catch (TemplateException wrapped) {
            Throwable cause = wrapped;
            while (cause instanceof TemplateException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof UncheckedIOException unwritable) {
                throw unwritable.getCause();
            }
            throw cause instanceof RuntimeException own ? own : wrapped;
        }
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

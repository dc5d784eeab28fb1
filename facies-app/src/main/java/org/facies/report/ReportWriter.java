package org.facies.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.facies.file.AtomicFile;
import org.facies.report.run.RunDirectory;
import org.facies.report.section.Page;

/**
 * Writes the report of a study: one HTML file that needs nothing else, neither network nor scripts. It names no subject
 * and no photo. The same run directory gives the same bytes.
 */
public final class ReportWriter {
    /** The file's name in the run directory. */
    public static final String FILE_NAME = "report.html";

    /** The folder beside it that holds every figure as SVG and its numbers as CSV. */
    public static final String FIGURES = "figures";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportWriter.class.getClassLoader(), "org.facies.report.template");
    private final StyleSheet style = new StyleSheet(resource("report.css"));

    /**
     * Reads the run directory and writes {@code report.html} into it, in one step, and its figures beside it.
     *
     * @return the file
     * @throws org.facies.input.BadInput if a file that the report needs is missing or damaged
     */
    public Path write(Path runDirectory) {
        Page page = Page.of(RunDirectory.read(runDirectory));
        StringOutput html = new StringOutput(1 << 18);
        templates.render("report.jte", Map.of("page", page, "style", style), html);
        Path file = runDirectory.resolve(FILE_NAME);
        AtomicFile.write(file, html.toString());
        FigureFolder.of(page).write(runDirectory.resolve(FIGURES));
        return file;
    }

    private static String resource(String name) {
        try (InputStream in = ReportWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the application lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.facies.report;

import java.nio.file.Path;
import java.util.Map;
import org.facies.file.AtomicFile;
import org.facies.report.section.AuditSection;
import org.facies.result.AuditReport;

/** Writes the findings of an audit as a page that needs nothing else. It names no subject and no photo. */
public final class AuditPage {
    private final HtmlPages pages = new HtmlPages();

    /**
     * Writes {@code audit.html}.
     *
     * @return the file
     */
    public Path write(AuditReport report, Path folder) {
        Path file = folder.resolve("audit.html");
        AtomicFile.write(file, pages.text("audit.jte", Map.of("audit", AuditSection.of(report.findings()))));
        return file;
    }
}

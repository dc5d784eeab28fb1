package org.facies.report;

import java.nio.file.Path;
import java.util.Map;
import org.facies.file.AtomicFile;
import org.facies.report.power.PowerPage;

/** Writes the page about how many children are needed: one HTML file that needs nothing else. */
public final class PowerPageWriter {

    private PowerPageWriter() {}

    public static void write(PowerPage page, Path file) {
        AtomicFile.write(file, new HtmlPages().text("power.jte", Map.of("page", page)));
    }
}

package org.facies.report;

import java.nio.file.Path;
import java.util.Map;
import org.facies.report.chart.FigureData;
import org.facies.report.run.Run;
import org.facies.report.run.RunReader;
import org.facies.report.section.Page;
import org.facies.report.section.PaperTable;
import org.facies.table.CsvFile;

/**
 * Writes the report of a study: one HTML file that loads nothing. Its only script unfolds parts of the page: for print,
 * for {@code ?full} in the address, and for a link to a folded part. Without scripts, a reader unfolds them by hand.
 * The report names no subject and no photo. The same run directory gives the same bytes.
 */
public final class ReportWriter {
    /** The file's name in the run directory. */
    public static final String FILE_NAME = "report.html";

    /** The folder next to it with every figure as SVG and its numbers as CSV. */
    public static final String FIGURES = "figures";

    /** The folder next to it with the tables for a paper as CSV. */
    public static final String TABLES = "tables";

    private final HtmlPages pages = new HtmlPages();

    /**
     * Reads the run directory and writes {@code report.html} into it, in one step, and its figures and tables next to
     * it. Where the faces are synthetic, the page, every figure and every table say so.
     *
     * @return the file
     * @throws org.facies.input.BadInput if a file that the report needs is missing or damaged
     */
    public Path write(Path runDirectory) {
        Run run = RunReader.read(runDirectory);
        Page page = PageParts.named(PageParts.stamped(Page.of(run), run.stamp()), run.names());
        Path file = runDirectory.resolve(FILE_NAME);
        pages.write(file, "report.jte", Map.of("page", page, "stamp", run.stamp()));
        FigureFolder.of(page).write(runDirectory.resolve(FIGURES));
        for (PaperTable table : page.paper().tables()) {
            FigureData numbers = table.numbers();
            CsvFile.write(runDirectory.resolve(TABLES).resolve(table.id() + ".csv"), numbers.columns(), numbers.rows());
        }
        return file;
    }
}

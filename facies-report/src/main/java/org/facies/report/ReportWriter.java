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
 * Writes the report of a study: one HTML file that needs nothing else, neither network nor scripts. It names no subject
 * and no photo. The same run directory gives the same bytes.
 */
public final class ReportWriter {
    /** The file's name in the run directory. */
    public static final String FILE_NAME = "report.html";

    /** The folder beside it that holds every figure as SVG and its numbers as CSV. */
    public static final String FIGURES = "figures";

    /** The folder beside it that holds the tables for a paper as CSV. */
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
        Page page = StampedPage.of(Page.of(run), run.stamp());
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

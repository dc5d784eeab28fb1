package org.facies.report.power;

import java.util.List;
import org.facies.report.chart.Svg;
import org.facies.report.text.Stamp;

/**
 * The page that answers how many children of the rare class are needed.
 *
 * @param facts of a few words each, shown below the title
 * @param answers one for each curve, shown first
 * @param caveats the limits of the answers
 * @param charts of one metric each
 * @param tables one for each curve
 * @param stamp of the cohorts
 */
public record PowerPage(
        String title,
        List<String> facts,
        String question,
        List<Said> answers,
        List<String> caveats,
        List<Chart> charts,
        List<Table> tables,
        Stamp stamp) {

    /** The answer for one curve. */
    public record Said(String label, String sentence) {}

    /** A drawing with its legend. */
    public record Chart(String caption, Svg drawing, List<Legend> legend) {
        public Chart {
            legend = List.copyOf(legend);
        }
    }

    /** The style and the label of a curve. */
    public record Legend(Svg swatch, String label) {}

    /** The numbers of a curve. */
    public record Table(String caption, List<String> header, List<Row> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** The values at one cohort size. */
    public record Row(String size, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A value and its interval. */
    public record Cell(String value, String interval) {}

    public PowerPage {
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        caveats = List.copyOf(caveats);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }
}

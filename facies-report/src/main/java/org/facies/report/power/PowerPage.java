package org.facies.report.power;

import java.util.List;
import org.facies.report.chart.Svg;
import org.facies.report.text.Stamp;

/**
 * How many children of the rare class are needed, as one page.
 *
 * @param facts few words each, under the title
 * @param answers one for each curve
 * @param caveats what the answers do not say
 * @param charts of one measure each
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

    /** An answer. */
    public record Said(String label, String sentence) {}

    /** A drawing with its legend. */
    public record Chart(String caption, Svg drawing, List<Legend> legend) {
        public Chart {
            legend = List.copyOf(legend);
        }
    }

    /** How a curve is drawn. */
    public record Legend(Svg swatch, String label) {}

    /** The numbers of a curve. */
    public record Table(String caption, List<String> header, List<Row> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** One size. */
    public record Row(String size, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A number and its interval. */
    public record Cell(String value, String interval) {}

    public PowerPage {
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        caveats = List.copyOf(caveats);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }
}

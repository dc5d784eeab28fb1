package org.facies.cli.table;

import java.util.List;
import java.util.Locale;
import org.facies.embed.Verification;
import org.facies.model.MeasuredCost;
import org.facies.model.MeasuredCost.Change;
import org.facies.quantise.Comparison;
import org.facies.quantise.QuantisationOutcome;

/** The changes that int8 causes, for a terminal. */
public final class QuantisationTables {

    private final QuantisationOutcome outcome;

    public QuantisationTables(QuantisationOutcome outcome) {
        this.outcome = outcome;
    }

    /** The tables, with lines of at most this many columns. */
    public String within(int columns) {
        return Cells.paragraphs(
                new MetricsTable(outcome.comparison().evaluation()).within(columns),
                differences().within(columns),
                String.join(System.lineSeparator(), DisplayWidth.lines(cosine(), columns)));
    }

    private TextTable differences() {
        TextTable table = differences(outcome.comparison(), outcome.cost().speed());
        outcome.separation().ifPresent(separation -> {
            Verification exact = separation.exact();
            Verification rounded = separation.rounded();
            table.row(
                    "same person or not, AUC (" + exact.pairs() + " pairs)",
                    number(exact.auc()),
                    number(rounded.auc()),
                    signed(rounded.auc() - exact.auc()));
        });
        return table;
    }

    /** How many children each version of the model named correctly. */
    public static String sentence(Comparison comparison) {
        return LeadSentence.ofEach(comparison.evaluation());
    }

    /** The differences in accuracy and speed between both versions. */
    public static TextTable differences(Comparison comparison, List<MeasuredCost.Speed> paces) {
        TextTable table = new TextTable("int8 compared with float32", "float32", "int8", "difference");
        row(table, "accuracy, by child", comparison.accuracy());
        row(table, "macro F1, by child", comparison.macroF1());
        for (MeasuredCost.Speed speed : paces) {
            table.row(
                    "photos per second, batch " + speed.batch(),
                    pace(speed.float32()),
                    pace(speed.int8()),
                    String.format(Locale.ROOT, "× %.2f", speed.ratio()));
        }
        return table;
    }

    private static void row(TextTable table, String name, Change change) {
        String interval =
                Double.isNaN(change.low()) ? "" : " (" + signed(change.low()) + " to " + signed(change.high()) + ")";
        table.row(name, number(change.float32()), number(change.int8()), signed(change.difference()) + interval);
    }

    private String cosine() {
        MeasuredCost.Cosine cosine = outcome.cost().cosine();
        return String.format(
                Locale.ROOT,
                "Cosine similarity of the float32 and int8 embeddings of a photo: mean %.4f, 5th percentile %.4f,"
                        + " minimum %.4f (%d photos of %d children; the number ranges were taken from %d photos of"
                        + " other children).",
                cosine.mean(),
                cosine.p5(),
                cosine.min(),
                outcome.cost().photos(),
                outcome.cost().subjects(),
                outcome.cost().calibrationPhotos());
    }

    private static String number(double value) {
        return Cells.number("%.4f", value);
    }

    private static String signed(double value) {
        return Cells.number("%+.4f", value);
    }

    private static String pace(double photosPerSecond) {
        return String.format(Locale.ROOT, "%.1f", photosPerSecond);
    }
}

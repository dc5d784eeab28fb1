package org.facies.cli.table;

import java.util.List;
import java.util.Locale;
import org.facies.embed.Verification;
import org.facies.model.MeasuredCost;
import org.facies.model.MeasuredCost.Change;
import org.facies.quantise.Comparison;
import org.facies.quantise.QuantisationOutcome;

/** What int8 costs, for a terminal. */
public final class QuantisationTables {

    private final QuantisationOutcome outcome;

    public QuantisationTables(QuantisationOutcome outcome) {
        this.outcome = outcome;
    }

    /** The tables with lines of at most so many columns. */
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
                    "one person or two, AUC (" + exact.pairs() + " pairs)",
                    number(exact.auc()),
                    number(rounded.auc()),
                    signed(rounded.auc() - exact.auc()));
        });
        return table;
    }

    public static TextTable differences(Comparison comparison, List<MeasuredCost.Speed> paces) {
        TextTable table = new TextTable("int8 beside float32", "float32", "int8", "difference");
        row(table, "accuracy, by subject", comparison.accuracy());
        row(table, "macro F1, by subject", comparison.macroF1());
        for (MeasuredCost.Speed speed : paces) {
            table.row(
                    "photos a second, batch " + speed.batch(),
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
                "cosine between both embeddings of a photo: mean %.4f, 5th percentile %.4f, least %.4f (%d photos of %d"
                        + " subjects; ranges from %d photos of others)",
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

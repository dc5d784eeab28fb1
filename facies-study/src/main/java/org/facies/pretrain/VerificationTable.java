package org.facies.pretrain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facies.embed.Verification;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** The table {@code verification.csv}: one row for each epoch that was measured. The file is rewritten after each. */
public final class VerificationTable {
    private static final List<String> COLUMNS = List.of("epoch", "accuracy", "sd", "auc", "threshold", "pairs");

    private final Path file;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A row.
     *
     * @param epoch 0 before training
     * @param accuracy in [0, 1]
     * @param sd over the ten folds
     * @param auc in [0, 1]
     */
    public record Row(int epoch, double accuracy, double sd, double auc, double threshold, int pairs) {
        private List<String> cells() {
            return List.of(
                    String.valueOf(epoch), text(accuracy), text(sd), text(auc), text(threshold), String.valueOf(pairs));
        }

        private static String text(double value) {
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }

    /** Continues an existing table. */
    VerificationTable(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            CsvTable table = CsvTable.read(file).require(COLUMNS.toArray(String[]::new));
            table.rows().forEach(row -> rows.add(read(row)));
        }
    }

    private static Row read(CsvRow row) {
        return new Row(
                Integer.parseInt(row.get("epoch")),
                Double.parseDouble(row.get("accuracy")),
                Double.parseDouble(row.get("sd")),
                Double.parseDouble(row.get("auc")),
                Double.parseDouble(row.get("threshold")),
                Integer.parseInt(row.get("pairs")));
    }

    /** Adds a row; replaces an earlier row of the epoch and removes later ones. */
    void add(int epoch, Verification measured) {
        rows.removeIf(row -> row.epoch() >= epoch);
        rows.add(new Row(
                epoch, measured.accuracy(), measured.sd(), measured.auc(), measured.threshold(), measured.pairs()));
        CsvFile.write(file, COLUMNS, rows.stream().map(Row::cells).toList());
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }
}

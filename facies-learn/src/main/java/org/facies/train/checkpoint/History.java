package org.facies.train.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facies.table.CsvFile;
import org.facies.table.CsvTable;

/** The table {@code history.csv}: one row for each epoch; rewritten after each. */
public final class History {

    private static final List<String> COLUMNS =
            List.of("epoch", "steps", "train_loss", "train_accuracy", "learning_rate", "seconds");

    private final Path file;
    private final List<List<String>> rows = new ArrayList<>();

    /** Continues after the first epochs of an existing file. */
    public History(Path folder, int epochsDone) {
        this.file = folder.resolve("history.csv");
        if (epochsDone > 0 && Files.exists(file)) {
            CsvTable.read(file).rows().stream()
                    .limit(epochsDone)
                    .forEach(row -> rows.add(COLUMNS.stream().map(row::get).toList()));
        }
    }

    /**
     * Adds an epoch and rewrites the file.
     *
     * @param learningRate of the trunk at the last step
     */
    public void add(int epoch, long steps, RunningSums sums, double learningRate, double seconds) {
        rows.add(List.of(
                String.valueOf(epoch),
                String.valueOf(steps),
                String.format(Locale.ROOT, "%.6f", sums.meanLoss()),
                String.format(Locale.ROOT, "%.6f", sums.accuracy()),
                String.format(Locale.ROOT, "%.4g", learningRate),
                String.format(Locale.ROOT, "%.1f", seconds)));
        CsvFile.write(file, COLUMNS, rows);
    }
}

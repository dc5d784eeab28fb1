package org.facies.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.table.CsvNumbers;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code history.csv}: how a training went, epoch by epoch. */
public record TrainingHistory(List<Epoch> epochs) {

    /**
     * One epoch.
     *
     * @param number from 1
     * @param trainLoss mean over the epoch; not finite if training diverged
     */
    public record Epoch(int number, double trainLoss) {}

    public TrainingHistory {
        epochs = List.copyOf(epochs);
    }

    /**
     * Reads a file that a training wrote.
     *
     * @throws org.facies.input.BadInput naming the column that is missing, or the cell that is no number
     */
    public static TrainingHistory read(Path csv) {
        CsvTable table = CsvTable.read(csv).require("epoch", "train_loss");
        List<Epoch> epochs = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            epochs.add(new Epoch(CsvNumbers.whole(table, row, "epoch"), CsvNumbers.decimal(table, row, "train_loss")));
        }
        return new TrainingHistory(epochs);
    }
}

package org.facies.report.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** Training of one model on one fold, from {@code history.csv}. */
public record History(int fold, List<Epoch> epochs) {

    /** Mean training loss of an epoch; not finite if it diverged. */
    public record Epoch(long number, double trainingLoss) {}

    public History {
        epochs = List.copyOf(epochs);
    }

    static History read(int fold, Path csv) {
        CsvTable table = CsvTable.read(csv).require("epoch", "train_loss");
        List<Epoch> epochs = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            epochs.add(new Epoch(CsvNumbers.whole(table, row, "epoch"), CsvNumbers.decimal(table, row, "train_loss")));
        }
        return new History(fold, epochs);
    }
}

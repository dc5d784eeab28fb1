package org.facies.pretrain;

import java.nio.file.Files;
import java.util.List;
import org.facies.file.AtomicFile;
import org.facies.report.chart.LearningChart;
import org.facies.report.chart.Point;
import org.facies.table.CsvTable;

/** Draws {@code curve.svg} from the two tables of a run. */
final class LearningCurve {
    private LearningCurve() {}

    static void write(PretrainDirectory run) {
        List<VerificationTable.Row> rows = new VerificationTable(run.verification()).rows();
        List<Point> losses = Files.exists(run.history())
                ? CsvTable.read(run.history()).require("epoch", "train_loss").rows().stream()
                        .map(row -> new Point(
                                Double.parseDouble(row.get("epoch")), Double.parseDouble(row.get("train_loss"))))
                        .toList()
                : List.of();
        LearningChart chart = new LearningChart(
                losses,
                rows.stream().map(row -> new Point(row.epoch(), row.accuracy())).toList(),
                rows.stream().map(row -> new Point(row.epoch(), row.auc())).toList());
        AtomicFile.write(run.curve(), chart.draw());
    }
}

package org.facies.pretrain;

import java.nio.file.Files;
import java.util.List;
import org.facies.file.AtomicFile;
import org.facies.report.chart.LearningChart;
import org.facies.report.chart.Point;
import org.facies.result.TrainingHistory;

/** Draws {@code curve.svg} from the two tables of a run. */
final class LearningCurve {
    private LearningCurve() {}

    static void write(PretrainDirectory run) {
        List<VerificationTable.Row> rows = new VerificationTable(run.verification()).rows();
        List<Point> losses = Files.exists(run.history())
                ? TrainingHistory.read(run.history()).epochs().stream()
                        .map(epoch -> new Point(epoch.number(), epoch.trainLoss()))
                        .toList()
                : List.of();
        LearningChart chart = new LearningChart(
                losses,
                rows.stream().map(row -> new Point(row.epoch(), row.accuracy())).toList(),
                rows.stream().map(row -> new Point(row.epoch(), row.auc())).toList());
        AtomicFile.write(run.curve(), chart.draw());
    }
}

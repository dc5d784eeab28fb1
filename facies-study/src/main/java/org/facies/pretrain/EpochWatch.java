package org.facies.pretrain;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.facies.embed.Verification;
import org.facies.onnx.OnnxGraph;
import org.facies.progress.Progress;
import org.facies.run.RunLog;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingProgress;

/** Shows each epoch as a progress bar, and measures the network at the end of the epoch. */
final class EpochWatch implements TrainingListener, AutoCloseable {
    private final PretrainSettings.Pace pace;
    private final VerificationBenchmark benchmark;
    private final VerificationTable table;
    private final Progress progress;
    private final RunLog log;
    private Optional<Progress.Bar> bar = Optional.empty();

    EpochWatch(
            PretrainSettings.Pace pace,
            VerificationBenchmark benchmark,
            VerificationTable table,
            Progress progress,
            RunLog log) {
        this.pace = pace;
        this.benchmark = benchmark;
        this.table = table;
        this.progress = progress;
        this.log = log;
    }

    @Override
    public void progressed(TrainingProgress now) {
        if (bar.isEmpty()) {
            bar = Optional.of(progress.start("Epoch " + now.epoch() + "/" + now.epochs(), now.stepsPerEpoch()));
        }
        String note = String.format(
                Locale.ROOT,
                "loss %.2f, %d min left in all, training accuracy %.0f %%",
                now.meanLoss(),
                now.timeLeft().toMinutes(),
                100 * now.accuracy());
        bar.get().at(now.step(), note);
    }

    @Override
    public void epochEnded(int epoch, Supplier<OnnxGraph> backbone) {
        close();
        log.epoch(epoch, pace.epochs());
        if (epoch % pace.verifyEpochs() != 0 && epoch != pace.epochs()) {
            return;
        }
        Verification measured = benchmark.measure(backbone.get(), progress);
        table.add(epoch, measured);
        progress.say(String.format(
                Locale.ROOT,
                "%s: verification accuracy %.4f ± %.4f, AUC %.4f, %d pairs",
                epoch == 0 ? "Before training" : "Epoch " + epoch,
                measured.accuracy(),
                measured.sd(),
                measured.auc(),
                measured.pairs()));
    }

    @Override
    public void close() {
        bar.ifPresent(Progress.Bar::close);
        bar = Optional.empty();
    }
}

package org.facies.study;

import java.util.Locale;
import java.util.Optional;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingProgress;

/** Shows one trial as a bar of steps with its losses. */
final class TrialProgress implements TrainingListener, AutoCloseable {
    private final String title;
    private final StudyProgress progress;
    private Optional<StudyProgress.Bar> bar = Optional.empty();

    TrialProgress(String title, StudyProgress progress) {
        this.title = title;
        this.progress = progress;
    }

    @Override
    public void progressed(TrainingProgress now) {
        if (bar.isEmpty()) {
            bar = Optional.of(progress.start(title, (long) now.epochs() * now.stepsPerEpoch()));
        }
        String note = String.format(
                Locale.ROOT,
                "epoch %d/%d, loss %.3f, right %.2f",
                now.epoch(),
                now.epochs(),
                now.meanLoss(),
                now.accuracy());
        bar.get().at((long) (now.epoch() - 1) * now.stepsPerEpoch() + now.step(), note);
    }

    @Override
    public void close() {
        bar.ifPresent(StudyProgress.Bar::close);
    }
}

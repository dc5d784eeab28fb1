package org.facies.study;

import java.util.Locale;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingProgress;

/** Shows one trial as a bar of steps with its losses. */
final class TrialProgress implements TrainingListener, AutoCloseable {
    private final String title;
    private final StudyProgress progress;
    private StudyProgress.Bar bar = new Nothing();
    private boolean begun;

    TrialProgress(String title, StudyProgress progress) {
        this.title = title;
        this.progress = progress;
    }

    @Override
    public void progressed(TrainingProgress now) {
        if (!begun) {
            begun = true;
            bar = progress.start(title, (long) now.epochs() * now.stepsPerEpoch());
        }
        String note = String.format(
                Locale.ROOT,
                "epoch %d/%d, loss %.3f, right %.2f",
                now.epoch(),
                now.epochs(),
                now.meanLoss(),
                now.accuracy());
        bar.at((long) (now.epoch() - 1) * now.stepsPerEpoch() + now.step(), note);
    }

    @Override
    public void close() {
        bar.close();
    }

    /** Before the first step there is nothing to show. */
    private record Nothing() implements StudyProgress.Bar {
        @Override
        public void at(long step, String note) {}

        @Override
        public void close() {}
    }
}

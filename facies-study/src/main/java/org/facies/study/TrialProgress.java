package org.facies.study;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.progress.Progress;
import org.facies.result.TrainingHistory;
import org.facies.result.TrainingVerdict;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingProgress;

/**
 * Shows one trial as a progress bar with the loss and the remaining time of all trials. Reports a training that did not
 * work.
 */
final class TrialProgress implements TrainingListener, AutoCloseable {
    private final String title;
    private final Progress progress;
    private final StudyClock clock;
    private final StudyClock.Training training;
    private final SortedMap<Integer, Double> losses = new TreeMap<>();
    private Optional<Progress.Bar> bar = Optional.empty();
    private boolean isFinished;

    /** @param clock clock of the whole study */
    TrialProgress(String title, Progress progress, StudyClock clock, StudyClock.Training training) {
        this.title = title;
        this.progress = progress;
        this.clock = clock;
        this.training = training;
    }

    @Override
    public void progressed(TrainingProgress now) {
        if (bar.isEmpty()) {
            bar = Optional.of(progress.start(title, (long) now.epochs() * now.stepsPerEpoch()));
        }
        long step = (long) (now.epoch() - 1) * now.stepsPerEpoch() + now.step();
        training.at((double) step / ((long) now.epochs() * now.stepsPerEpoch()));
        String note = String.format(
                Locale.ROOT,
                "epoch %d/%d, loss %.2f, %straining accuracy %.0f %%",
                now.epoch(),
                now.epochs(),
                now.meanLoss(),
                clock.left()
                        .map(left -> RoughTime.words(left) + " left in all, ")
                        .orElse(""),
                100 * now.accuracy());
        bar.get().at(step, note);
        losses.put(now.epoch(), now.meanLoss());
        isFinished = now.epoch() == now.epochs() && now.step() == now.stepsPerEpoch();
    }

    /** The verdict on a finished training. The report judges a training that was resumed after its first epoch. */
    private TrainingVerdict verdict() {
        return isFinished && losses.containsKey(1)
                ? TrainingVerdict.of(new TrainingHistory(losses.entrySet().stream()
                        .map(epoch -> new TrainingHistory.Epoch(epoch.getKey(), epoch.getValue()))
                        .toList()))
                : TrainingVerdict.SOUND;
    }

    @Override
    public void close() {
        bar.ifPresent(Progress.Bar::close);
        if (verdict().isAlarm()) {
            progress.say(String.format(
                    Locale.ROOT,
                    "%s, loss %.3f to %.3f: %s",
                    title,
                    losses.get(losses.firstKey()),
                    losses.get(losses.lastKey()),
                    verdict().sentence()));
        }
    }
}

package org.facies.study;

import java.util.Optional;

/** A bar that shows itself when it first moves: for work that may turn out to be done already. */
final class LateBar implements StudyProgress.Bar {
    private final StudyProgress progress;
    private final String task;
    private final long steps;
    private Optional<StudyProgress.Bar> bar = Optional.empty();

    LateBar(StudyProgress progress, String task, long steps) {
        this.progress = progress;
        this.task = task;
        this.steps = steps;
    }

    @Override
    public void at(long step, String note) {
        if (bar.isEmpty()) {
            bar = Optional.of(progress.start(task, steps));
        }
        bar.get().at(step, note);
    }

    @Override
    public void close() {
        bar.ifPresent(StudyProgress.Bar::close);
    }
}

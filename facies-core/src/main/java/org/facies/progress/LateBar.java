package org.facies.progress;

import java.util.Optional;

/** A progress bar that appears with its first step. */
final class LateBar implements Progress.Bar {
    private final Progress progress;
    private final String task;
    private final long steps;
    private Optional<Progress.Bar> bar = Optional.empty();

    LateBar(Progress progress, String task, long steps) {
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
        bar.ifPresent(Progress.Bar::close);
    }
}

package org.facies.progress;

/** Receives messages about the progress of work and displays them, for example as a progress bar on a terminal. */
@FunctionalInterface
public interface Progress {

    /** Displays one line about work that begins or has finished. */
    void say(String line);

    /**
     * Begins a task of known length. Displays nothing unless overridden.
     *
     * @param steps at least 0
     */
    default Bar start(String task, long steps) {
        return Bar.SILENT;
    }

    /** Begins a task that may have nothing left to do: its bar appears with the first step. */
    default Bar startLate(String task, long steps) {
        return new LateBar(this, task, steps);
    }

    /** A receiver that displays nothing. */
    static Progress silent() {
        return line -> {};
    }

    /** The progress of a task, from which the time left is estimated. Called from one thread at a time. */
    @FunctionalInterface
    interface Bar extends AutoCloseable {

        /** A bar that displays nothing. */
        Bar SILENT = (step, note) -> {};

        /**
         * Moves the bar.
         *
         * @param step steps done, from 0 to the length of the task
         * @param note displayed next to the bar, for example the loss
         */
        void at(long step, String note);

        /** Moves the bar without a note. */
        default void at(long step) {
            at(step, "");
        }

        @Override
        default void close() {}
    }
}

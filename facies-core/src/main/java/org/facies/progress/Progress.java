package org.facies.progress;

/** Where work tells what it does and how far it is; a moving bar on a terminal, say. */
@FunctionalInterface
public interface Progress {

    /** One line about what happens now or has happened. */
    void say(String line);

    /**
     * Begins a task of known length. Shows nothing unless overridden.
     *
     * @param steps at least 0
     */
    default Bar start(String task, long steps) {
        return Bar.SILENT;
    }

    /** Begins a task that may turn out to be done already: its bar appears with the first step. */
    default Bar startLate(String task, long steps) {
        return new LateBar(this, task, steps);
    }

    /** Tells nobody. */
    static Progress silent() {
        return line -> {};
    }

    /** How far a task is; time left follows from it. Called from one thread at a time. */
    @FunctionalInterface
    interface Bar extends AutoCloseable {

        /** For those who do not want to know. */
        Bar SILENT = (step, note) -> {};

        /**
         * Moves the bar.
         *
         * @param step steps done, from 0 to the length of the task
         * @param note shown next to it, for example the loss
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

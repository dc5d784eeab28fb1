package org.facies.study;

/** Where a study tells what it does; a bar on a terminal, say. */
public interface StudyProgress {

    /** One line about what happens now or has happened. */
    void say(String line);

    /** Begins a task of known length. */
    Bar start(String task, long steps);

    /** How far a task is; time left follows from it. Called from one thread at a time. */
    interface Bar extends AutoCloseable {

        /**
         * Moves the bar.
         *
         * @param note shown beside it, for example the loss
         */
        void at(long step, String note);

        @Override
        void close();
    }
}

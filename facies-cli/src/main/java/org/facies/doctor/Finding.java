package org.facies.doctor;

import java.util.Objects;

/**
 * The result of one check.
 *
 * @param topic a word or two
 * @param text what was found, as a phrase
 * @param advice what to do, as a sentence; empty if the state is {@code OK}
 */
public record Finding(State state, String topic, String text, String advice) {

    /** Whether a study can run. */
    public enum State {
        OK,
        /** A study runs, but something can be improved. */
        NOTE,
        /** A study cannot run. */
        PROBLEM
    }

    public Finding {
        Objects.requireNonNull(state);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(text);
        if (advice.isBlank() != (state == State.OK)) {
            throw new IllegalArgumentException("advice is given if and only if the state is not OK: " + text);
        }
    }

    static Finding ok(String topic, String text) {
        return new Finding(State.OK, topic, text, "");
    }

    static Finding note(String topic, String text, String advice) {
        return new Finding(State.NOTE, topic, text, advice);
    }

    static Finding problem(String topic, String text, String advice) {
        return new Finding(State.PROBLEM, topic, text, advice);
    }
}

package org.facies.doctor;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param topic a word or two
 * @param text what was found, a phrase
 * @param advice what to do, a sentence; empty where all is well
 */
public record Finding(State state, String topic, String text, String advice) {

    /** How bad it is. */
    public enum State {
        OK,
        /** Worth knowing; a study runs. */
        NOTE,
        /** A study cannot run. */
        PROBLEM
    }

    public Finding {
        Objects.requireNonNull(state);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(text);
        if (advice.isBlank() != (state == State.OK)) {
            throw new IllegalArgumentException("advice goes with what is not well: " + text);
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

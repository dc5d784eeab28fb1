package org.facies.serve.store;

import java.util.List;

/** The result of an answer that was sent. */
public sealed interface Acceptance {
    /** The answer is on the disk; {@code before} says whether the same submission had stored it already. */
    record Stored(boolean before) implements Acceptance {}

    /** This answer does not fit the reader's current case. */
    record OutOfTurn() implements Acceptance {}

    /** No answer is accepted: the study is closed, or the researcher stopped the reader. */
    record NotTaken() implements Acceptance {}

    /**
     * The answer is not valid in this study.
     *
     * @param problems sentences in English
     */
    record Malformed(List<String> problems) implements Acceptance {
        public Malformed {
            problems = List.copyOf(problems);
        }
    }
}

package org.facies.serve.store;

import java.util.List;

/** What became of an answer that was sent. */
public sealed interface Acceptance {
    /** It is on the disk; {@code before} says whether it was there already, from the same submission. */
    record Stored(boolean before) implements Acceptance {}

    /** It is not the reader's turn to give this answer. */
    record OutOfTurn() implements Acceptance {}

    /** No answer is taken: the study is closed, or the researcher stopped the reader. */
    record NotTaken() implements Acceptance {}

    /**
     * It cannot be an answer to this study's form.
     *
     * @param problems sentences in English
     */
    record Malformed(List<String> problems) implements Acceptance {
        public Malformed {
            problems = List.copyOf(problems);
        }
    }
}

package org.facies.reading;

/**
 * The experience of a reader, stated once before the first case.
 *
 * @param years of experience in the specialty, from 0 to 80
 * @param specialty in the reader's words, at most 80 characters
 * @param geneticsTraining whether the reader was trained in clinical genetics
 */
public record Experience(int years, String specialty, boolean geneticsTraining) {

    /** The experience as one text, for example {@code 12 years, paediatrics, trained in genetics}. */
    public String text() {
        return years
                + (years == 1 ? " year, " : " years, ")
                + (specialty.isBlank() ? "" : specialty.strip() + ", ")
                + (geneticsTraining ? "trained in genetics" : "not trained in genetics");
    }
}

package org.facies.reading;

/**
 * What a reader says of themselves, once, before the first case.
 *
 * @param years in the specialty, from 0 to 80
 * @param specialty in the reader's words, at most 80 characters
 * @param geneticsTraining whether the reader was trained in clinical genetics
 */
public record Experience(int years, String specialty, boolean geneticsTraining) {

    /** For a table, for example {@code 12 years, paediatrics, trained in genetics}. */
    public String text() {
        return years
                + (years == 1 ? " year, " : " years, ")
                + (specialty.isBlank() ? "" : specialty.strip() + ", ")
                + (geneticsTraining ? "trained in genetics" : "not trained in genetics");
    }
}

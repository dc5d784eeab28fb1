package org.facies.input;

import java.util.Objects;

/**
 * One thing that is wrong with the user's input: where it is, which value it is about, what is wrong and what to do.
 *
 * @param where file, and row and column where there are such, for example {@code "cohort.csv row 41, column photo"}
 * @param value the offending value, or an empty text where there is none to show
 * @param what what is wrong, for example {@code "is 12000 × 9000 pixels; the limit is 50 megapixels"}
 * @param remedy what the user can do about it, as a sentence
 */
public record Problem(String where, String value, String what, String remedy) {

    public Problem {
        Objects.requireNonNull(where);
        Objects.requireNonNull(value);
        Objects.requireNonNull(what);
        Objects.requireNonNull(remedy);
    }

    /** The problem as one sentence and its remedy: {@code where: "value" what. remedy}. */
    public String sentence() {
        String subject = value.isEmpty()
                ? ""
                : "\""
                        + value.codePoints()
                                .limit(200)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        + "\" ";
        return printable(where + ": " + subject + what + ". " + remedy);
    }

    /** Control characters, which names of files and cells may hold, would break the line or the terminal; as \\uXXXX. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}

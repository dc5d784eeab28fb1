package org.facies.input;

import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        String shown =
                value.isEmpty() ? "" : "\"" + escaped(value.codePoints().limit(200), Problem::isInvisible) + "\" ";
        return escaped((where + ": " + shown + what + ". " + remedy).codePoints(), Character::isISOControl);
    }

    /**
     * Control characters would break the line or the terminal, and invisible ones would leave two names that look the
     * same; both are shown as \\uXXXX.
     */
    private static String escaped(IntStream text, IntPredicate which) {
        StringBuilder shown = new StringBuilder();
        text.forEach(c -> {
            if (which.test(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || (Character.isSpaceChar(c) && c != ' ');
    }
}

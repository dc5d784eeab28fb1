package org.facies.input;

import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Something that is wrong with the user's input: where, which value, what is wrong and what to do.
 *
 * @param where the file, with row and column if there are such, for example {@code "cohort.csv row 41, column photo"}
 * @param value the wrong value, or an empty text if there is none to show
 * @param what the defect, for example {@code "is 12000 × 9000 pixels; the limit is 50 megapixels"}
 * @param remedy what the user can do, as a sentence
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
     * Replaces control characters and invisible characters by \\uXXXX. Control characters could break the line or the
     * terminal; invisible characters could make two different names look the same.
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

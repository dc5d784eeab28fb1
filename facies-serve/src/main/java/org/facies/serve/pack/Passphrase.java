package org.facies.serve.pack;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The passphrase of a pack. Case, spaces and hyphens do not count, so that it can be written down and read aloud.
 *
 * @param written as people see it
 */
public record Passphrase(String written) {
    /** Letters and digits that are not confused with each other; 5 bits each. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    /** A shorter passphrase can be guessed. */
    public static final int LEAST = 14;

    /** A new passphrase of 100 random bits. */
    public static Passphrase random(SecureRandom random) {
        return new Passphrase(IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-")));
    }

    /** The characters that count. The script of the page does the same. */
    String plain() {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> c != '-' && !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether it is long enough. */
    public boolean isLongEnough() {
        return plain().codePointCount(0, plain().length()) >= LEAST;
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}

package org.facies.input;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether two names are spelt alike; the one rule for labels, subjects and columns. Two names are alike if they
 * have the same {@link #key}. The key ignores:
 *
 * <ul>
 *   <li>case ({@code ALAGILLE}, {@code straße} and {@code STRASSE}, the Turkish i with and without a dot)
 *   <li>width and composition (Unicode NFKC: {@code ＡＢ} and {@code AB}, a composed or a combining accent)
 *   <li>spaces, dashes and underscores of any kind, except between two digits, where one is kept: {@code P1-12} is not
 *       {@code P11-2}
 *   <li>invisible characters, such as the zero-width space, and the kind of an apostrophe
 *   <li>Cyrillic and Greek letters, capital or small, that look like a Latin one
 * </ul>
 *
 * <p>It does not ignore accents, other punctuation, and digits that look like letters: {@code O1} is not {@code 01}.
 */
public final class Likeness {
    private static final String APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u2032\u00b4`";
    private static final String FOREIGN =
            "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u04bb"
                    + "\u051b\u051d"
                    + "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u0131";
    private static final String LATIN = "abekmhopctyxsijhqwabezhikmnoptyxi";
    private static final char DOT_ABOVE = '\u0307';

    private Likeness() {}

    /** The name without case and look-alikes; the name itself if nothing would remain. */
    public static String key(String name) {
        String visible = seen(name);
        String folded = Normalizer.normalize(visible, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String key = joined(latin(Normalizer.normalize(folded, Normalizer.Form.NFKC)));
        return key.isEmpty() ? name : key;
    }

    /** The only name that is spelt like the given one; empty if there is none or if there are several. */
    public static Optional<String> only(String given, Collection<String> names) {
        String key = key(given);
        List<String> alike =
                names.stream().distinct().filter(name -> key(name).equals(key)).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The remedy for an unknown name: the name that is spelt like it, or else the list of valid names. */
    public static String remedy(String given, Collection<String> names) {
        return remedy(given, names, "Write one of " + String.join(", ", names) + ".");
    }

    /**
     * The remedy for an unknown name: the name that is spelt like it, or else another sentence.
     *
     * @param otherwise the sentence if no name is spelt like it
     */
    public static String remedy(String given, Collection<String> names, String otherwise) {
        return only(given, names).map(name -> "Did you mean \"" + name + "\"?").orElse(otherwise);
    }

    /** The name without invisible characters, with one kind of apostrophe and of separator. */
    private static String seen(String name) {
        StringBuilder seen = new StringBuilder(name.length());
        name.codePoints().filter(c -> !isHidden(c)).forEach(c -> {
            if (isSeparator(c)) {
                seen.append(' ');
            } else if (APOSTROPHES.indexOf(c) >= 0) {
                seen.append('\'');
            } else {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    private static boolean isHidden(int c) {
        boolean variation = c == 0x034f || (c >= 0xfe00 && c <= 0xfe0f);
        return variation
                || Character.getType(c) == Character.FORMAT
                || (Character.isISOControl(c) && !Character.isWhitespace(c));
    }

    private static boolean isSeparator(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.DASH_PUNCTUATION
                || type == Character.CONNECTOR_PUNCTUATION
                || c == 0x2212;
    }

    private static String latin(String folded) {
        StringBuilder latin = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            int place = FOREIGN.indexOf(c);
            boolean dotOfTurkishI = c == DOT_ABOVE && latin.length() > 0 && latin.charAt(latin.length() - 1) == 'i';
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                latin.append(Character.digit(c, 10));
            } else if (place >= 0) {
                latin.append(LATIN.charAt(place));
            } else if (!dotOfTurkishI) {
                latin.appendCodePoint(c);
            }
        });
        return latin.toString();
    }

    /** The name without separators, except those between digits. */
    private static String joined(String spaced) {
        StringBuilder joined = new StringBuilder(spaced.length());
        boolean apart = false;
        for (int i = 0; i < spaced.length(); i++) {
            char c = spaced.charAt(i);
            if (c == ' ') {
                apart = true;
                continue;
            }
            if (apart && joined.length() > 0 && isDigit(c) && isDigit(joined.charAt(joined.length() - 1))) {
                joined.append(' ');
            }
            joined.append(c);
            apart = false;
        }
        return joined.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

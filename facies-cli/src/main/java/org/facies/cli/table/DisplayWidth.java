package org.facies.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of terminal columns that a text takes: two for East Asian wide characters and emoji, none for combining
 * marks, one for all others. Ranges: Unicode 15, UAX #11 (wide and fullwidth), as in Kuhn's wcwidth.
 */
final class DisplayWidth {
    /** Pairs of first and last code point, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267f, 0x267f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be,
        0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa,
        0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55,
        0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3,
        0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18aff, 0x1aff0,
        0x1b2ff, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d,
        0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4,
        0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550,
        0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc,
        0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6d7, 0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0,
        0x1f7eb, 0x1f7f0, 0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000,
        0x3fffd
    };

    private static final int FIRST_JOINED_JAMO = 0x1160;
    private static final int LAST_JOINED_JAMO = 0x11ff;
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Text that is never cut: numbers with their signs, parentheses and ranges. */
    private static final Pattern NUMBER = Pattern.compile("[(<>=≤≥×±~]?[-+−]?\\d[\\d.,:/%–−e+-]*[)%,;]*");

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (Character.isISOControl(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (c >= FIRST_JOINED_JAMO && c <= LAST_JOINED_JAMO)) {
            return 0;
        }
        int place = Arrays.binarySearch(WIDE, c);
        boolean inside = place >= 0 || (-place - 1) % 2 == 1;
        return inside ? 2 : 1;
    }

    /** The width of the longest word. */
    static int longestWord(String text) {
        return words(text).mapToInt(DisplayWidth::of).max().orElse(0);
    }

    /** The smallest width at which the text can be broken into lines without cutting a word or a number. */
    static int unbroken(String text) {
        return words(text)
                .flatMap(DisplayWidth::pieces)
                .mapToInt(DisplayWidth::of)
                .max()
                .orElse(0);
    }

    /**
     * Breaks a text at spaces. A word longer than a line is broken after hyphens and similar characters, elsewhere only
     * if necessary. A number is never cut, even if it is longer than a line.
     *
     * @param width of a line, at least 2
     */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text).toList()) {
            String gap = line.isEmpty() ? "" : " ";
            for (String piece : of(word) <= width ? List.of(word) : pieces(word).toList()) {
                if (!line.isEmpty() && of(line + gap + piece) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    gap = "";
                }
                String rest = piece;
                while (of(rest) > width && !NUMBER.matcher(rest).matches()) {
                    String head = beginning(rest, width);
                    lines.add(head);
                    rest = rest.substring(head.length());
                }
                line.append(gap).append(rest);
                gap = "";
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static Stream<String> words(String text) {
        return Pattern.compile("[ \\t\\n\\r\\f\\v]+").splitAsStream(text.strip());
    }

    private static Stream<String> pieces(String word) {
        return NUMBER.matcher(word).matches()
                ? Stream.of(word)
                : Pattern.compile("(?<=[\\p{L}\\p{N}][-_/])(?=[\\p{L}\\p{N}])").splitAsStream(word);
    }

    /** The number of whole characters, with their combining marks, that fit; at least one. */
    private static String beginning(String text, int width) {
        StringBuilder beginning = new StringBuilder();
        for (String cluster :
                CLUSTER.matcher(text).results().map(MatchResult::group).toList()) {
            if (!beginning.isEmpty() && of(beginning + cluster) > width) {
                break;
            }
            beginning.append(cluster);
        }
        return beginning.toString();
    }
}

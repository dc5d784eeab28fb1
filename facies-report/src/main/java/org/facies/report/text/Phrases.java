package org.facies.report.text;

import java.util.List;
import java.util.Locale;

/** Lists, plurals and capitals for sentences. */
public final class Phrases {
    private Phrases() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }

    /** With a capital first letter. */
    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code 1 photo}, {@code 3,297 photos}. */
    public static String counted(long number, String noun) {
        return Numbers.count(number) + "\u00a0" + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1 child}, {@code 1,666 children}. */
    public static String children(long number) {
        return Numbers.count(number) + (number == 1 ? "\u00a0child" : "\u00a0children");
    }
}

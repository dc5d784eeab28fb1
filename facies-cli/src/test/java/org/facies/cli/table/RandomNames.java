package org.facies.cli.table;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of classes and models as users have them, up to 40 characters long. */
final class RandomNames {
    private static final int LONGEST = 40;

    /** Letters of one width, of two, and an e with an accent of its own. */
    private static final List<List<String>> ALPHABETS = List.of(
            List.of("a", "b", "k", "w", "x", "-", "_", " ", "7", "."),
            List.of("症", "候", "群", "한", "ア", "Ａ"),
            List.of("e\u0301", "n\u0303", "ß", "Ж", "-"),
            List.of("a", "症", "e\u0301", "-", "1", "👶"));

    private RandomNames() {}

    static String one(Random random) {
        List<String> alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        String name = IntStream.range(0, 1 + random.nextInt(LONGEST))
                .mapToObj(i -> alphabet.get(random.nextInt(alphabet.size())))
                .collect(Collectors.joining());
        String stripped = name.substring(0, Math.min(LONGEST, name.length())).strip();
        return stripped.isEmpty() || Character.isHighSurrogate(stripped.charAt(stripped.length() - 1)) ? "x" : stripped;
    }

    static List<String> different(int count, Random random) {
        return Stream.generate(() -> one(random))
                .distinct()
                .limit(count)
                .sorted()
                .toList();
    }
}

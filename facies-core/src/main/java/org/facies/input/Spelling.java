package org.facies.input;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Suggests a known word for a misspelt one. */
public final class Spelling {
    private static final int CLOSE_ENOUGH = 4;

    private Spelling() {}

    /** The nearest known name, if it is near enough and no other name is equally near. */
    public static Optional<String> closest(String given, Collection<String> names) {
        SortedMap<Integer, Set<String>> byDistance = names.stream()
                .filter(name -> distance(given, name) <= Math.min(CLOSE_ENOUGH, name.length() / 2))
                .collect(Collectors.groupingBy(name -> distance(given, name), TreeMap::new, Collectors.toSet()));
        return byDistance.values().stream()
                .limit(1)
                .filter(nearest -> nearest.size() == 1)
                .flatMap(Set::stream)
                .findFirst();
    }

    /** Edit distance of Levenshtein 1966. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

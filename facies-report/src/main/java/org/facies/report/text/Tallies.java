package org.facies.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often something happened, the most frequent first, equals by name. */
public final class Tallies {

    private Tallies() {}

    /** Counts as they are. */
    public static List<Map.Entry<String, Integer>> of(Map<String, Integer> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .sorted(Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                                .reversed())
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** How often each of these occurs. */
    public static List<Map.Entry<String, Integer>> of(List<String> all) {
        return of(all.stream().collect(Collectors.toMap(one -> one, one -> 1, Integer::sum)));
    }
}

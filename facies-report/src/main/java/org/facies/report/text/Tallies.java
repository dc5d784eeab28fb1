package org.facies.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts in decreasing order, equal counts by name. */
public final class Tallies {

    private Tallies() {}

    /** Sorts counts. */
    public static List<Map.Entry<String, Integer>> of(Map<String, Integer> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .sorted(Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                                .reversed())
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** Counts how often each value occurs, and sorts the counts. */
    public static List<Map.Entry<String, Integer>> of(List<String> all) {
        return of(all.stream().collect(Collectors.toMap(one -> one, one -> 1, Integer::sum)));
    }
}

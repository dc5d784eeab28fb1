package org.facies.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The subjects by value of an attribute. Ages are ordered by age and other values by name; then follow the group of
 * rare values and the group of unknown ones.
 */
public final class SubgroupOrder {

    private SubgroupOrder() {}

    /** The groups of a column of the manifest, with their subjects. */
    public static Map<String, List<Subject>> of(Cohort cohort, String attribute) {
        return of(cohort.subjects(), subject -> CohortSummary.groupOf(subject, attribute));
    }

    /** The groups of other objects that stand for subjects. */
    static <T> Map<String, List<T>> of(Collection<T> subjects, Function<T, String> groupOf) {
        Map<String, List<T>> byName =
                subjects.stream().collect(Collectors.groupingBy(groupOf, TreeMap::new, Collectors.toList()));
        List<String> shown = shown(byName);
        Map<String, List<T>> ordered = new LinkedHashMap<>();
        Stream.of(AgeBand.values())
                .map(AgeBand::label)
                .filter(shown::contains)
                .forEach(name -> ordered.put(name, byName.get(name)));
        shown.forEach(name -> ordered.putIfAbsent(name, byName.get(name)));
        List<T> rest = new ArrayList<>();
        byName.forEach((name, own) -> {
            if (!shown.contains(name) && !name.equals(CohortSummary.UNKNOWN)) {
                rest.addAll(own);
            }
        });
        if (!rest.isEmpty()) {
            ordered.put(CohortSummary.OTHER, rest);
        }
        if (byName.containsKey(CohortSummary.UNKNOWN)) {
            ordered.put(CohortSummary.UNKNOWN, byName.get(CohortSummary.UNKNOWN));
        }
        return ordered;
    }

    private static <T> List<String> shown(Map<String, List<T>> byName) {
        return byName.entrySet().stream()
                .filter(group -> !group.getKey().equals(CohortSummary.UNKNOWN))
                .sorted(Comparator.comparingInt((Map.Entry<String, List<T>> group) ->
                                group.getValue().size())
                        .reversed())
                .limit(CohortSummary.MOST_GROUPS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

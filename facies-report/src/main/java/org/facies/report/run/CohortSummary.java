package org.facies.report.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of {@code cohort.json}: counts only, no photo and no subject is named.
 *
 * @param classes counts by class
 * @param refused photos refused, by reason, the most frequent first
 * @param notes how often something was noted about a photo that was used
 * @param warnings of the manifest, by kind; none in runs of earlier versions
 * @param subgroups counts by value of each subgroup column
 */
public record CohortSummary(
        long subjects,
        long photos,
        List<Group> classes,
        List<Tally> refused,
        List<Tally> notes,
        List<Tally> warnings,
        List<Subgroup> subgroups) {

    /** How many subjects and photos. */
    public record Group(String name, long subjects, long photos) {}

    /** How often. */
    public record Tally(String what, long count) {}

    /** The groups of one column. */
    public record Subgroup(String column, List<Group> groups) {
        public Subgroup {
            groups = List.copyOf(groups);
        }
    }

    public CohortSummary {
        classes = List.copyOf(classes);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
        subgroups = List.copyOf(subgroups);
    }

    static CohortSummary of(Keys cohort) {
        List<Subgroup> subgroups = new ArrayList<>();
        cohort.group("subgroups")
                .groups()
                .forEach((column, values) -> subgroups.add(new Subgroup(column, groups(values))));
        return new CohortSummary(
                cohort.whole("subjects"),
                cohort.whole("photos"),
                groups(cohort.group("classes")),
                refused(cohort.list("refused")),
                tallies(cohort.group("notes").counts()),
                cohort.has("warning_kinds")
                        ? tallies(cohort.group("warning_kinds").counts())
                        : List.of(),
                subgroups);
    }

    private static List<Group> groups(Keys named) {
        List<Group> groups = new ArrayList<>();
        named.groups()
                .forEach((name, counts) ->
                        groups.add(new Group(name, counts.whole("subjects"), counts.whole("photos"))));
        return groups;
    }

    private static List<Tally> refused(List<Keys> refusals) {
        Map<String, Long> counts = new TreeMap<>();
        refusals.forEach(refusal -> counts.merge(reason(refusal), 1L, Long::sum));
        return tallies(counts);
    }

    /** The reason without the name of the photo, which a report does not show. */
    private static String reason(Keys refusal) {
        String photo = refusal.text("photo");
        String reason = refusal.text("reason");
        return photo.isEmpty() ? reason : reason.replace(photo, "the photo");
    }

    private static List<Tally> tallies(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(Tally::count).reversed())
                        .toList();
    }
}

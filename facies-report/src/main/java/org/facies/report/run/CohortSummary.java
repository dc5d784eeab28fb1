package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
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

    static CohortSummary of(JsonNode tree) {
        List<Subgroup> subgroups = new ArrayList<>();
        tree.path("subgroups")
                .properties()
                .forEach(entry -> subgroups.add(new Subgroup(entry.getKey(), groups(entry.getValue()))));
        return new CohortSummary(
                tree.path("subjects").asLong(),
                tree.path("photos").asLong(),
                groups(tree.path("classes")),
                refused(tree.path("refused")),
                numbers(tree.path("notes")),
                numbers(tree.path("warning_kinds")),
                subgroups);
    }

    private static List<Group> groups(JsonNode node) {
        List<Group> groups = new ArrayList<>();
        node.properties()
                .forEach(entry -> groups.add(new Group(
                        entry.getKey(),
                        entry.getValue().path("subjects").asLong(),
                        entry.getValue().path("photos").asLong())));
        return groups;
    }

    private static List<Tally> refused(JsonNode list) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode refusal : list) {
            counts.merge(reason(refusal), 1L, Long::sum);
        }
        return tallies(counts);
    }

    /** The reason without the name of the photo, which a report does not show. */
    private static String reason(JsonNode refusal) {
        String photo = refusal.path("photo").asText();
        String reason = refusal.path("reason").asText("no reason given");
        return photo.isEmpty() ? reason : reason.replace(photo, "the photo");
    }

    private static List<Tally> numbers(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return tallies(counts);
    }

    private static List<Tally> tallies(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Tally::count).reversed())
                .toList();
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.report.run.DisplayNames;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Tallies;
import org.facies.result.CohortRecord;
import org.facies.result.CohortRecord.Refusal;

/**
 * The children and photos of the study, and the refused photos.
 *
 * @param classes a row for each class
 * @param refusedTotal all refused photos in words, or empty if none was
 * @param warnings of the manifest, by kind
 */
public record CohortSection(
        List<Row> classes,
        Row total,
        String refusedTotal,
        List<Count> refused,
        List<Count> notes,
        List<Count> warnings,
        List<Subgroup> subgroups) {

    /** Counts of a class or group. */
    public record Row(String name, String subjects, String share, String photos, String photosPerSubject) {}

    /** How often. */
    public record Count(String what, String count) {}

    /** The groups of one column of the manifest. */
    public record Subgroup(String column, List<Row> rows) {
        public Subgroup {
            rows = List.copyOf(rows);
        }
    }

    public CohortSection {
        classes = List.copyOf(classes);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
        subgroups = List.copyOf(subgroups);
    }

    /** @param columns whose groups are counted; other columns may be confidential */
    static CohortSection of(CohortRecord cohort, DisplayNames names, Set<String> columns) {
        List<Subgroup> subgroups = new ArrayList<>();
        cohort.subgroups().forEach((column, groups) -> {
            if (columns.contains(column)) {
                subgroups.add(new Subgroup(column, rows(groups, new DisplayNames(Map.of()), cohort.subjects())));
            }
        });
        int refused = cohort.refused().size();
        return new CohortSection(
                rows(cohort.classes(), names, cohort.subjects()),
                row("all", new CohortRecord.Count(cohort.subjects(), cohort.photos()), cohort.subjects()),
                refused == 0 ? "" : Phrases.counted(refused, "photo"),
                counts(Tallies.of(
                        cohort.refused().stream().map(Refusal::anonymous).toList())),
                counts(Tallies.of(cohort.notes())),
                counts(Tallies.of(cohort.warningKinds())),
                subgroups);
    }

    private static List<Row> rows(Map<String, CohortRecord.Count> groups, DisplayNames names, int all) {
        return groups.entrySet().stream()
                .map(group -> row(names.of(group.getKey()), group.getValue(), all))
                .toList();
    }

    private static Row row(String name, CohortRecord.Count group, int all) {
        return new Row(
                name,
                Numbers.count(group.subjects()),
                Numbers.percent((double) group.subjects() / all),
                Numbers.count(group.photos()),
                Numbers.ratio(group.photos(), group.subjects()));
    }

    private static List<Count> counts(List<Map.Entry<String, Integer>> tallies) {
        return tallies.stream()
                .map(tally -> new Count(tally.getKey(), Numbers.count(tally.getValue())))
                .toList();
    }
}

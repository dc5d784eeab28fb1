package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.report.run.CohortSummary;
import org.facies.report.run.CohortSummary.Group;
import org.facies.report.run.CohortSummary.Tally;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * Who is in the study and what was refused.
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

    static CohortSection of(CohortSummary cohort) {
        List<Subgroup> subgroups = new ArrayList<>();
        cohort.subgroups()
                .forEach(group -> subgroups.add(new Subgroup(group.column(), rows(group.groups(), cohort.subjects()))));
        long refused = cohort.refused().stream().mapToLong(Tally::count).sum();
        return new CohortSection(
                rows(cohort.classes(), cohort.subjects()),
                row(new Group("all", cohort.subjects(), cohort.photos()), cohort.subjects()),
                refused == 0 ? "" : Phrases.counted(refused, "photo"),
                counts(cohort.refused()),
                counts(cohort.notes()),
                counts(cohort.warnings()),
                subgroups);
    }

    private static List<Row> rows(List<Group> groups, long all) {
        return groups.stream().map(group -> row(group, all)).toList();
    }

    private static Row row(Group group, long all) {
        return new Row(
                group.name(),
                Numbers.count(group.subjects()),
                Numbers.percent((double) group.subjects() / all),
                Numbers.count(group.photos()),
                Numbers.ratio(group.photos(), group.subjects()));
    }

    private static List<Count> counts(List<Tally> tallies) {
        return tallies.stream()
                .map(tally -> new Count(tally.what(), Numbers.count(tally.count())))
                .toList();
    }
}

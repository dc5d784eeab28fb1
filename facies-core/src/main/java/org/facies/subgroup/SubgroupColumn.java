package org.facies.subgroup;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.cohort.CohortSummary;
import org.facies.cohort.SubjectAttributes;

/**
 * The division of the subjects by a column of the manifest.
 *
 * @param name of the column
 * @param groups ids of the subjects of each group, in display order; {@link CohortSummary#UNKNOWN} is the group of
 *     empty cells
 */
public record SubgroupColumn(String name, Map<String, List<String>> groups) {
    public SubgroupColumn {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        groups.forEach((group, subjects) -> copy.put(group, List.copyOf(subjects)));
        groups = Collections.unmodifiableMap(copy);
    }

    /** The groups of a column: age bands for {@code age_months}, otherwise the values. */
    public static SubgroupColumn of(SubjectAttributes subjects, String column) {
        return new SubgroupColumn(column, subjects.groups(column));
    }

    /** The group of each subject, by id. */
    Map<String, String> groupBySubject() {
        Map<String, String> groupOf = new HashMap<>();
        groups.forEach((group, subjects) -> subjects.forEach(subject -> groupOf.put(subject, group)));
        return groupOf;
    }
}

package org.facies.cohort;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of subjects and photos of a cohort, by class and by each attribute of the manifest.
 *
 * @param classes one count for each class, in class order
 * @param subgroups the values of each attribute with their counts; subjects without a value are under {@link
 *     #UNKNOWN}; columns of ages that are not read are not subgroups
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CohortSummary(int subjects, int photos, List<Count> classes, Map<String, List<Count>> subgroups) {
    /** The group of subjects whose cell is empty or does not fit the column. */
    public static final String UNKNOWN = "unknown";

    /** The group that combines the rarer values of a column with more than {@link #MOST_GROUPS} values. */
    public static final String OTHER = "other";

    static final int MOST_GROUPS = 20;

    /**
     * Counts of one group.
     *
     * @param name the class or the value
     * @param subjectsByClass subjects of the group by class, with every class of the cohort present
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Count(String name, int subjects, int photos, Map<String, Integer> subjectsByClass) {
        public Count {
            subjectsByClass = Collections.unmodifiableMap(new LinkedHashMap<>(subjectsByClass));
        }
    }

    public CohortSummary {
        classes = List.copyOf(classes);
        subgroups = Collections.unmodifiableMap(new LinkedHashMap<>(subgroups));
    }

    public static CohortSummary of(Cohort cohort) {
        List<Count> classes = cohort.classes().stream()
                .map(name -> count(
                        cohort,
                        name,
                        cohort.subjects().stream()
                                .filter(subject -> subject.diagnosis().equals(name))
                                .toList()))
                .toList();
        Set<String> attributes = new LinkedHashSet<>();
        cohort.subjects()
                .forEach(subject -> attributes.addAll(subject.attributes().keySet()));
        attributes.removeIf(attribute -> AgeColumn.isUnread(attribute, values(cohort, attribute)));
        Map<String, List<Count>> subgroups = new LinkedHashMap<>();
        attributes.forEach(attribute -> subgroups.put(attribute, groups(cohort, attribute)));
        return new CohortSummary(cohort.subjects().size(), cohort.photos().size(), classes, subgroups);
    }

    /**
     * The group of a subject for an attribute: its age band for {@code age_months}, otherwise the value itself. In a
     * yes/no column, any other text belongs to the group of unknown values.
     */
    public static String groupOf(Subject subject, String attribute) {
        return groupOf(subject.attributes().getOrDefault(attribute, ""), attribute);
    }

    /** The group that a cell of a column belongs to. */
    static String groupOf(String value, String attribute) {
        if (attribute.equals(AgeColumn.MONTHS)) {
            return AgeBand.monthsOf(value).stream()
                    .mapToObj(months -> AgeBand.of(months).label())
                    .findFirst()
                    .orElse(UNKNOWN);
        }
        if (YesNoColumn.is(attribute)) {
            return YesNoColumn.VALUES.contains(value) ? value : UNKNOWN;
        }
        return value.isEmpty() ? UNKNOWN : value;
    }

    private static List<String> values(Cohort cohort, String attribute) {
        return cohort.subjects().stream()
                .map(subject -> subject.attributes().getOrDefault(attribute, ""))
                .toList();
    }

    private static List<Count> groups(Cohort cohort, String attribute) {
        return SubgroupOrder.of(cohort, attribute).entrySet().stream()
                .map(group -> count(cohort, group.getKey(), group.getValue()))
                .toList();
    }

    private static Count count(Cohort cohort, String name, Collection<Subject> subjects) {
        Map<String, Integer> byClass = new LinkedHashMap<>();
        cohort.classes().forEach(diagnosis -> byClass.put(diagnosis, 0));
        int photos = 0;
        for (Subject subject : subjects) {
            byClass.merge(subject.diagnosis(), 1, Integer::sum);
            photos += subject.photos().size();
        }
        return new Count(name, subjects.size(), photos, byClass);
    }
}

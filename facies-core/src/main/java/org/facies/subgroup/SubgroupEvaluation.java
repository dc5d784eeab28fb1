package org.facies.subgroup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.cohort.CohortSummary;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;

/** The figures of one model by group. */
public record SubgroupEvaluation(@JsonValue List<ColumnFigures> columns) {

    public SubgroupEvaluation {
        columns = List.copyOf(columns);
    }

    /**
     * Evaluates every model on every column.
     *
     * @param models by name, at least one, all of the same subjects
     * @param columns subjects that a column does not know count as {@link CohortSummary#UNKNOWN}
     * @param fewest subjects below which figures are hidden and groups are not tested, at least 1
     */
    public static Map<String, SubgroupEvaluation> of(
            Map<String, HeldOutSubjects> models,
            List<SubgroupColumn> columns,
            int fewest,
            EvaluationSettings settings) {
        Map<String, Map<String, List<GroupTest>>> tests =
                new SubgroupTests(models, fewest, settings.seed()).of(columns);
        Map<String, SubgroupEvaluation> evaluations = new LinkedHashMap<>();
        models.forEach((model, subjects) -> {
            List<ColumnFigures> figures = new ArrayList<>();
            for (SubgroupColumn column : columns) {
                List<GroupFigures> groups = groups(subjects, column, new Hiding(fewest), settings);
                List<GroupTest> own = tests.get(model).get(column.name());
                String finding = Finding.of(column.name(), groups, own);
                figures.add(new ColumnFigures(
                        column.name(),
                        finding,
                        groups,
                        own.stream().filter(GroupTest::isDefined).toList()));
            }
            evaluations.put(model, new SubgroupEvaluation(figures));
        });
        return evaluations;
    }

    private static List<GroupFigures> groups(
            HeldOutSubjects subjects, SubgroupColumn column, Hiding hiding, EvaluationSettings settings) {
        Map<String, String> groupOf = column.groupBySubject();
        List<String> names = new ArrayList<>(column.groups().keySet());
        if (!names.contains(CohortSummary.UNKNOWN)) {
            names.add(CohortSummary.UNKNOWN);
        }
        List<GroupFigures> groups = new ArrayList<>();
        for (String name : names) {
            int[] own = IntStream.range(0, subjects.size())
                    .filter(i -> groupOf.getOrDefault(subjects.id(i), CohortSummary.UNKNOWN)
                            .equals(name))
                    .toArray();
            if (own.length > 0) {
                groups.add(GroupFigures.of(name, subjects.only(own), hiding, settings));
            }
        }
        return groups;
    }
}

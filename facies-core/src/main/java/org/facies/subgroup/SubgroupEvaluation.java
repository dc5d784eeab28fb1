package org.facies.subgroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.cohort.CohortSummary;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;

/** The metrics of one model by group. */
public record SubgroupEvaluation(List<ColumnFigures> columns) {

    public SubgroupEvaluation {
        columns = List.copyOf(columns);
    }

    /** Evaluates every model on every column, on one thread. */
    public static Map<String, SubgroupEvaluation> of(
            Map<String, HeldOutSubjects> models,
            String primary,
            List<SubgroupColumn> columns,
            int fewest,
            EvaluationSettings settings) {
        return of(models, primary, columns, fewest, settings, 1);
    }

    /**
     * Evaluates every model on every column.
     *
     * @param models by name, at least one, all with the same subjects
     * @param primary the model that the report puts first; its tests are corrected together, and so are those of
     *     all other models
     * @param columns a subject without a value belongs to the group {@link CohortSummary#UNKNOWN}
     * @param fewest at least 1; metrics of groups with fewer subjects are hidden, and these groups are not tested
     * @param threads at least 1; the result does not depend on it
     */
    public static Map<String, SubgroupEvaluation> of(
            Map<String, HeldOutSubjects> models,
            String primary,
            List<SubgroupColumn> columns,
            int fewest,
            EvaluationSettings settings,
            int threads) {
        Map<String, SubgroupDifferences.Tests> tests =
                new SubgroupDifferences(models, primary, fewest, settings.seed(), threads).of(columns);
        SharedResamples resamples = new SharedResamples(settings, threads);
        Map<String, List<ColumnFigures>> figures = new LinkedHashMap<>();
        models.keySet().forEach(model -> figures.put(model, new ArrayList<>()));
        for (SubgroupColumn column : columns) {
            Map<String, List<GroupFigures>> groups = groups(models, column, new Hiding(fewest), resamples);
            groups.forEach((model, own) -> figures.get(model).add(figures(column.name(), own, tests.get(model))));
        }
        Map<String, SubgroupEvaluation> evaluations = new LinkedHashMap<>();
        figures.forEach((model, own) -> evaluations.put(model, new SubgroupEvaluation(own)));
        return evaluations;
    }

    private static ColumnFigures figures(String column, List<GroupFigures> groups, SubgroupDifferences.Tests ofModel) {
        List<GroupDifference> tests = ofModel.byColumn().get(column);
        return new ColumnFigures(
                column,
                Finding.of(column, groups, tests),
                groups,
                Optional.of(ofModel.family()),
                tests.stream().filter(GroupDifference::isDefined).toList());
    }

    /**
     * The groups by model. Each group is evaluated for all models before the next one, so that they share its
     * resamples.
     */
    private static Map<String, List<GroupFigures>> groups(
            Map<String, HeldOutSubjects> models, SubgroupColumn column, Hiding hiding, SharedResamples resamples) {
        Map<String, String> groupOf = column.groupBySubject();
        Set<String> names = new LinkedHashSet<>(column.groups().keySet());
        names.add(CohortSummary.UNKNOWN);
        Map<String, List<GroupFigures>> groups = new LinkedHashMap<>();
        models.keySet().forEach(model -> groups.put(model, new ArrayList<>()));
        Map<String, Map<String, int[]>> members = new HashMap<>();
        models.forEach((model, subjects) -> members.put(model, members(subjects, groupOf)));
        for (String name : names) {
            models.forEach((model, subjects) -> {
                int[] own = members.get(model).get(name);
                if (own != null) {
                    groups.get(model).add(GroupFigures.of(name, subjects.only(own), hiding, resamples));
                }
            });
        }
        return groups;
    }

    /** Positions of the subjects by group. */
    private static Map<String, int[]> members(HeldOutSubjects subjects, Map<String, String> groupOf) {
        Map<String, IntStream.Builder> members = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            String group = groupOf.getOrDefault(subjects.id(i), CohortSummary.UNKNOWN);
            members.computeIfAbsent(group, none -> IntStream.builder()).add(i);
        }
        Map<String, int[]> positions = new HashMap<>();
        members.forEach((group, own) -> positions.put(group, own.build().toArray()));
        return positions;
    }
}

package org.facies.subgroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.cohort.CohortSummary;
import org.facies.metric.HeldOutSubjects;
import org.facies.statistic.MultipleTesting;

/** All tests between groups of a study, corrected together (Holm 1979): every model, column and figure is one test. */
final class SubgroupDifferences {
    private static final int PERMUTATIONS = 9_999;

    private final Map<String, HeldOutSubjects> models;
    private final int fewest;
    private final long seed;
    private final int threads;
    private final List<TestedFigure> figures;
    private final List<String> classes;

    /**
     * Prepares the tests.
     *
     * @param models by name, at least one, all of the same subjects
     * @param fewest subjects that a group needs
     * @param threads at least 1; the result does not depend on it
     */
    SubgroupDifferences(Map<String, HeldOutSubjects> models, int fewest, long seed, int threads) {
        this.models = models;
        this.fewest = fewest;
        this.seed = seed;
        this.threads = threads;
        this.classes = models.values().iterator().next().classes();
        this.figures = TestedFigure.all(classes.size());
    }

    /** The tests of each model and column, in the order of {@link TestedFigure#all}. */
    Map<String, Map<String, List<GroupDifference>>> of(List<SubgroupColumn> columns) {
        Map<String, double[][]> byColumn = new LinkedHashMap<>();
        columns.forEach(column -> byColumn.put(column.name(), p(column)));
        double[] all = byColumn.values().stream()
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] holm = MultipleTesting.holm(all);
        Map<String, Map<String, List<GroupDifference>>> tests = new LinkedHashMap<>();
        models.keySet().forEach(model -> tests.put(model, new LinkedHashMap<>()));
        int at = 0;
        for (String column : byColumn.keySet()) {
            for (String model : models.keySet()) {
                List<GroupDifference> own = new ArrayList<>();
                for (TestedFigure figure : figures) {
                    own.add(new GroupDifference(figure.key(), className(figure), all[at], holm[at]));
                    at++;
                }
                tests.get(model).put(column, own);
            }
        }
        return tests;
    }

    private String className(TestedFigure figure) {
        if (figure instanceof TestedFigure.Sensitivity sensitivity) {
            return classes.get(sensitivity.classIndex());
        }
        return figure instanceof TestedFigure.Specificity specificity ? classes.get(specificity.classIndex()) : "";
    }

    private double[][] p(SubgroupColumn column) {
        List<HeldOutSubjects> all = List.copyOf(models.values());
        HeldOutSubjects first = all.get(0);
        Map<String, String> groupOf = column.groupBySubject();
        List<String> groups = groups(column, first, groupOf);
        int[] tested = IntStream.range(0, first.size())
                .filter(i -> groups.contains(groupOf.getOrDefault(first.id(i), CohortSummary.UNKNOWN)))
                .toArray();
        if (groups.size() < 2) {
            double[][] none = new double[all.size()][figures.size()];
            Arrays.stream(none).forEach(row -> Arrays.fill(row, Double.NaN));
            return none;
        }
        int[] group = IntStream.of(tested)
                .map(i -> groups.indexOf(groupOf.get(first.id(i))))
                .toArray();
        int[] truth = IntStream.of(tested).map(first::truth).toArray();
        List<ModelAnswers> answers =
                all.stream().map(model -> answers(model, first, tested)).toList();
        return new GroupPermutation(group, truth, groups.size(), classes.size())
                .p(answers, figures, fewest, PERMUTATIONS, seed, threads);
    }

    /** Groups with enough subjects, the unknown left out. */
    private List<String> groups(SubgroupColumn column, HeldOutSubjects subjects, Map<String, String> groupOf) {
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            sizes.merge(groupOf.getOrDefault(subjects.id(i), CohortSummary.UNKNOWN), 1, Integer::sum);
        }
        return column.groups().keySet().stream()
                .filter(group -> !group.equals(CohortSummary.UNKNOWN))
                .filter(group -> sizes.getOrDefault(group, 0) >= fewest)
                .toList();
    }

    /** Answers of a model in the order of another's subjects. */
    private static ModelAnswers answers(HeldOutSubjects model, HeldOutSubjects order, int[] tested) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < model.size(); i++) {
            place.put(model.id(i), i);
        }
        int[] places = IntStream.of(tested).map(i -> place.get(order.id(i))).toArray();
        return new ModelAnswers(
                IntStream.of(places).map(model::predicted).toArray(),
                IntStream.of(places).mapToDouble(model::confidence).toArray());
    }
}

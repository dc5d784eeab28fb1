package org.facies.subgroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.facies.cohort.CohortSummary;
import org.facies.metric.HeldOutSubjects;
import org.facies.statistic.MultipleTesting;

/**
 * All tests between groups of a study: one test for every model, column and metric. The tests of the primary model are
 * corrected together (Holm 1979), and so are those of all other models.
 */
final class SubgroupDifferences {
    private final Map<String, HeldOutSubjects> models;
    private final String primary;
    private final int fewest;
    private final long seed;
    private final int threads;
    private final List<TestedFigure> figures;
    private final List<String> classes;

    /**
     * Prepares the tests.
     *
     * @param models by name, at least one, all with the same subjects
     * @param primary the model that the report puts first
     * @param fewest number of subjects that a group needs to be tested
     * @param threads at least 1; the result does not depend on it
     */
    SubgroupDifferences(Map<String, HeldOutSubjects> models, String primary, int fewest, long seed, int threads) {
        this.models = models;
        this.primary = primary;
        this.fewest = fewest;
        this.seed = seed;
        this.threads = threads;
        this.classes = models.values().iterator().next().classes();
        this.figures = TestedFigure.all(classes.size());
    }

    /**
     * The tests of one model.
     *
     * @param byColumn in the order of {@link TestedFigure#all}
     */
    record Tests(TestFamily family, Map<String, List<GroupDifference>> byColumn) {}

    /** The tests of each model. */
    Map<String, Tests> of(List<SubgroupColumn> columns) {
        List<Grouping> groupings = columns.stream().map(this::grouping).toList();
        int own = groupings.stream().mapToInt(this::tests).sum();
        TestFamily ofPrimary = TestFamily.of(TestFamily.Role.PRIMARY, own);
        TestFamily ofOthers = TestFamily.of(TestFamily.Role.SECONDARY, own * (models.size() - 1));
        GroupPermutation.Rounds rounds = new GroupPermutation.Rounds(
                TestFamily.first(),
                models.keySet().stream()
                        .map(model -> (model.equals(primary) ? ofPrimary : ofOthers).permutations())
                        .toList());
        Map<String, Map<String, List<GroupDifference>>> raw = new LinkedHashMap<>();
        models.keySet().forEach(model -> raw.put(model, new LinkedHashMap<>()));
        groupings.forEach(grouping -> test(grouping, rounds, raw));
        Map<String, Tests> tests = new LinkedHashMap<>();
        corrected(raw, model -> model.equals(primary))
                .forEach((model, byColumn) -> tests.put(model, new Tests(ofPrimary, byColumn)));
        corrected(raw, model -> !model.equals(primary))
                .forEach((model, byColumn) -> tests.put(model, new Tests(ofOthers, byColumn)));
        return tests;
    }

    private static Map<String, Map<String, List<GroupDifference>>> corrected(
            Map<String, Map<String, List<GroupDifference>>> raw, Predicate<String> isOfFamily) {
        List<GroupDifference> all = raw.entrySet().stream()
                .filter(entry -> isOfFamily.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().values().stream())
                .flatMap(List::stream)
                .toList();
        Iterator<GroupDifference> corrected = MultipleTesting.holm(all, GroupDifference::p, GroupDifference::withHolm)
                .iterator();
        Map<String, Map<String, List<GroupDifference>>> tests = new LinkedHashMap<>();
        raw.forEach((model, byColumn) -> {
            if (isOfFamily.test(model)) {
                Map<String, List<GroupDifference>> own = new LinkedHashMap<>();
                byColumn.forEach((column, some) -> own.put(
                        column, some.stream().map(test -> corrected.next()).toList()));
                tests.put(model, own);
            }
        });
        return tests;
    }

    private String className(TestedFigure figure) {
        if (figure instanceof TestedFigure.Sensitivity sensitivity) {
            return classes.get(sensitivity.classIndex());
        }
        return figure instanceof TestedFigure.Specificity specificity ? classes.get(specificity.classIndex()) : "";
    }

    /**
     * A column, for the subjects of the first model.
     *
     * @param tested positions of the subjects whose groups are compared
     * @param group int[tested], from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Grouping(String column, int groups, int[] tested, int[] group) {}

    private Grouping grouping(SubgroupColumn column) {
        HeldOutSubjects first = models.values().iterator().next();
        Map<String, String> groupOf = column.groupBySubject();
        List<String> groups = groups(column, first, groupOf);
        int[] tested = IntStream.range(0, first.size())
                .filter(i -> groups.contains(groupOf.getOrDefault(first.id(i), CohortSummary.UNKNOWN)))
                .toArray();
        int[] group = IntStream.of(tested)
                .map(i -> groups.indexOf(groupOf.get(first.id(i))))
                .toArray();
        return new Grouping(column.name(), groups.size(), tested, group);
    }

    /** The number of metrics that can be tested; the same for every model. */
    private int tests(Grouping grouping) {
        HeldOutSubjects first = models.values().iterator().next();
        return (int) figures.stream()
                .filter(figure ->
                        !Double.isNaN(DetectableDifference.of(first, figure, grouping.tested, grouping.group, fewest)))
                .count();
    }

    private void test(
            Grouping grouping, GroupPermutation.Rounds rounds, Map<String, Map<String, List<GroupDifference>>> raw) {
        HeldOutSubjects first = models.values().iterator().next();
        List<HeldOutSubjects> ordered =
                models.values().stream().map(model -> inOrderOf(first, model)).toList();
        double[][] p = p(grouping, ordered, rounds);
        int m = 0;
        for (String model : models.keySet()) {
            List<GroupDifference> own = new ArrayList<>();
            for (int f = 0; f < figures.size(); f++) {
                TestedFigure figure = figures.get(f);
                double detectable =
                        DetectableDifference.of(ordered.get(m), figure, grouping.tested, grouping.group, fewest);
                own.add(new GroupDifference(
                        figure.key(),
                        className(figure),
                        p[m][f],
                        p[m][f],
                        Double.isNaN(detectable) ? Optional.empty() : Optional.of(detectable)));
            }
            raw.get(model).put(grouping.column, own);
            m++;
        }
    }

    private double[][] p(Grouping grouping, List<HeldOutSubjects> ordered, GroupPermutation.Rounds rounds) {
        if (grouping.groups < 2) {
            double[][] none = new double[ordered.size()][figures.size()];
            Arrays.stream(none).forEach(row -> Arrays.fill(row, Double.NaN));
            return none;
        }
        int[] truth = IntStream.of(grouping.tested).map(ordered.get(0)::truth).toArray();
        List<ModelAnswers> answers = ordered.stream()
                .map(model -> new ModelAnswers(
                        IntStream.of(grouping.tested).map(model::predicted).toArray(),
                        IntStream.of(grouping.tested)
                                .mapToDouble(model::confidence)
                                .toArray()))
                .toList();
        return new GroupPermutation(grouping.group, truth, grouping.groups, classes.size())
                .p(answers, figures, fewest, rounds, seed, threads);
    }

    /** The groups with enough subjects, without the unknown values. */
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

    /** The subjects of a model in the order of those of another model. */
    private static HeldOutSubjects inOrderOf(HeldOutSubjects order, HeldOutSubjects model) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < model.size(); i++) {
            place.put(model.id(i), i);
        }
        return model.only(IntStream.range(0, order.size())
                .map(i -> place.get(order.id(i)))
                .toArray());
    }
}

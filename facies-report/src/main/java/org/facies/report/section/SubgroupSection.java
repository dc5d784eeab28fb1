package org.facies.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facies.metric.Estimate;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.subgroup.ColumnFigures;
import org.facies.subgroup.GroupDifference;
import org.facies.subgroup.GroupFigures;
import org.facies.subgroup.TestFamily;

/**
 * Whether the models serve all children alike.
 *
 * @param classes heads of the columns of sensitivity and specificity
 */
public record SubgroupSection(List<String> classes, List<Column> columns) {

    /** A column of the manifest, for every model. */
    public record Column(String name, List<Model> models) {
        public Column {
            models = List.copyOf(models);
        }
    }

    /**
     * A model on a column.
     *
     * @param family which tests are corrected together, or empty
     * @param tests a row for each tested figure: p, corrected p, smallest detectable difference
     * @param rows by group: subjects, accuracy, calibration error, overconfidence
     * @param byClass by group: sensitivity and specificity of each class
     */
    public record Model(
            String name,
            String finding,
            String family,
            List<ModelSection.Row> tests,
            List<ModelSection.Row> rows,
            List<ClassRow> byClass) {
        public Model {
            tests = List.copyOf(tests);
            rows = List.copyOf(rows);
            byClass = List.copyOf(byClass);
        }
    }

    /** Sensitivity or specificity of each class in a group. */
    public record ClassRow(String group, String figure, List<Cell> cells) {
        public ClassRow {
            cells = List.copyOf(cells);
        }
    }

    public SubgroupSection {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    static SubgroupSection of(Run run) {
        Map<String, List<Model>> byColumn = new LinkedHashMap<>();
        for (String model : run.models()) {
            for (ColumnFigures column : run.model(model).subgroups().orElse(List.of())) {
                if (!StenosisSection.isIts(column.column())) {
                    byColumn.computeIfAbsent(column.column(), name -> new ArrayList<>())
                            .add(model(model, column));
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        byColumn.forEach((name, models) -> columns.add(new Column(name, primaryFirst(models, run, name))));
        return new SubgroupSection(run.classes(), columns);
    }

    private static Model model(String name, ColumnFigures column) {
        List<ModelSection.Row> rows = new ArrayList<>();
        List<ClassRow> byClass = new ArrayList<>();
        for (GroupFigures group : column.groups()) {
            rows.add(new ModelSection.Row(
                    group.group(),
                    List.of(
                            Cell.plain(Numbers.count(group.n())),
                            Cell.of(group.accuracy()),
                            Cell.of(group.ece15()),
                            Cell.of(group.overconfidence()))));
            if (group.accuracy().isDefined()) {
                byClass.add(new ClassRow(
                        group.group(), "sensitivity", cells(group, GroupFigures.ClassFigures::sensitivity)));
                byClass.add(new ClassRow(
                        group.group(), "specificity", cells(group, GroupFigures.ClassFigures::specificity)));
            }
        }
        return new Model(
                name,
                column.finding(),
                column.family().map(SubgroupSection::words).orElse(""),
                column.tests().stream().map(SubgroupSection::test).toList(),
                rows,
                byClass);
    }

    /** The model that the tests are mainly about comes first. */
    private static List<Model> primaryFirst(List<Model> models, Run run, String column) {
        List<Model> ordered = new ArrayList<>(models);
        ordered.sort(Comparator.comparing(model -> !isPrimary(run, model.name(), column)));
        return ordered;
    }

    private static boolean isPrimary(Run run, String model, String column) {
        return run.model(model).subgroups().orElse(List.of()).stream()
                .filter(one -> one.column().equals(column))
                .flatMap(one -> one.family().stream())
                .anyMatch(family -> family.role() == TestFamily.Role.PRIMARY);
    }

    private static String words(TestFamily family) {
        String tests = Phrases.counted(family.tests(), "test");
        String permutations = Numbers.count(family.permutations());
        return switch (family.role()) {
            case PRIMARY ->
                "The study is about this model: its " + tests + " over all columns are corrected together"
                        + " (Holm), with up to " + permutations + " permutations each.";
            case SECONDARY ->
                "A search among the other models: all their " + tests + " are corrected together (Holm),"
                        + " with up to " + permutations + " permutations each.";
        };
    }

    private static ModelSection.Row test(GroupDifference test) {
        return new ModelSection.Row(
                test.words(),
                List.of(
                        Cell.plain(Numbers.probability(test.p())),
                        Cell.plain(Numbers.probability(test.pHolm())),
                        Cell.plain(test.detectable().map(Numbers::score).orElse(Numbers.UNDEFINED))));
    }

    private static List<Cell> cells(GroupFigures group, Function<GroupFigures.ClassFigures, Estimate> figure) {
        return group.perClass().values().stream().map(figure).map(Cell::of).toList();
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facies.metric.Estimate;
import org.facies.report.run.DisplayNames;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.subgroup.ColumnFigures;
import org.facies.subgroup.GroupDifference;
import org.facies.subgroup.GroupFigures;
import org.facies.subgroup.TestFamily;

/**
 * Whether the models work equally well for all children.
 *
 * @param answer in a sentence, of the headline's model
 * @param detectable the first column of which the smallest detectable differences of that model are shown; empty where
 *     there is none, or where a difference was found
 * @param model of the headline
 * @param overview a row for each column: the lowest and the highest accuracy of its groups, and the smallest p
 * @param classes heads of the columns of sensitivity and specificity
 */
public record SubgroupSection(
        String answer,
        String detectable,
        String model,
        List<ModelSection.Row> overview,
        List<String> classes,
        List<Column> columns) {

    /** A column of the manifest, for every model. */
    public record Column(String name, ByModel<Model> models) {}

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
        overview = List.copyOf(overview);
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    static SubgroupSection of(Run run) {
        Map<String, List<Model>> byColumn = new LinkedHashMap<>();
        for (String model : run.models()) {
            for (ColumnFigures column : run.model(model).subgroups().orElse(List.of())) {
                if (!StenosisSection.isIts(column.column())) {
                    byColumn.computeIfAbsent(column.column(), name -> new ArrayList<>())
                            .add(model(model, column, run.names()));
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        byColumn.forEach((name, models) -> columns.add(new Column(name, ByModel.of(run, models, Model::name))));
        String model = columns.stream()
                .findFirst()
                .map(column -> column.models().headline().get(0).name())
                .orElse("");
        List<ColumnFigures> own = columns.isEmpty()
                ? List.of()
                : run.model(model).subgroups().orElse(List.of()).stream()
                        .filter(column -> !StenosisSection.isIts(column.column()))
                        .toList();
        return new SubgroupSection(
                answer(own, run.names()),
                detectable(own),
                model,
                own.stream().map(SubgroupSection::overview).toList(),
                run.names().of(run.classes()),
                columns);
    }

    private static String answer(List<ColumnFigures> columns, DisplayNames names) {
        List<String> differing = columns.stream()
                .filter(column -> column.tests().stream().anyMatch(GroupDifference::differs))
                .map(column -> names.in(column.finding()))
                .toList();
        return differing.isEmpty()
                ? "No difference between groups was shown. Small groups can hide large differences."
                : String.join(" ", differing);
    }

    private static String detectable(List<ColumnFigures> columns) {
        return columns.stream().flatMap(column -> column.tests().stream()).anyMatch(GroupDifference::differs)
                ? ""
                : columns.stream()
                        .filter(column -> !column.tests().isEmpty())
                        .findFirst()
                        .map(ColumnFigures::column)
                        .orElse("");
    }

    /** The lowest and the highest accuracy of the groups that are shown, and the smallest corrected p of all tests. */
    private static ModelSection.Row overview(ColumnFigures column) {
        List<GroupFigures> shown = column.groups().stream()
                .filter(group -> group.accuracy().isDefined())
                .sorted(Comparator.comparingDouble(group -> group.accuracy().value()))
                .toList();
        double p = column.tests().stream()
                .filter(GroupDifference::isDefined)
                .mapToDouble(GroupDifference::pHolm)
                .min()
                .orElse(Double.NaN);
        return new ModelSection.Row(
                column.column(),
                List.of(
                        shown.isEmpty() ? Cell.plain(Numbers.UNDEFINED) : accuracy(shown.get(0)),
                        shown.isEmpty() ? Cell.plain(Numbers.UNDEFINED) : accuracy(shown.get(shown.size() - 1)),
                        Cell.plain(Numbers.probability(p))));
    }

    private static Cell accuracy(GroupFigures group) {
        Cell cell = Cell.of(group.accuracy());
        return new Cell(
                cell.value(), cell.interval(), cell.reason(), group.group() + ", " + Children.counted(group.n()));
    }

    private static Model model(String name, ColumnFigures column, DisplayNames names) {
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
                names.in(column.finding()),
                column.family().map(SubgroupSection::words).orElse(""),
                column.tests().stream().map(test -> test(test, names)).toList(),
                rows,
                byClass);
    }

    private static String words(TestFamily family) {
        String tests = Phrases.counted(family.tests(), "test");
        String permutations = Numbers.count(family.permutations());
        return switch (family.role()) {
            case PRIMARY ->
                "This is the headline’s model: its " + tests + " over all columns are corrected together"
                        + " (Holm), with up to " + permutations + " permutations each.";
            case SECONDARY ->
                "All " + tests + " of the other models are corrected together (Holm), with up to " + permutations
                        + " permutations each.";
        };
    }

    private static ModelSection.Row test(GroupDifference test, DisplayNames names) {
        return new ModelSection.Row(
                test.ofClass().isEmpty() ? test.figure() : test.figure() + " for " + names.of(test.ofClass()),
                List.of(
                        Cell.plain(Numbers.probability(test.p())),
                        Cell.plain(Numbers.probability(test.pHolm())),
                        Cell.plain(test.detectable().map(Numbers::score).orElse(Numbers.UNDEFINED))));
    }

    private static List<Cell> cells(GroupFigures group, Function<GroupFigures.ClassFigures, Estimate> figure) {
        return group.perClass().values().stream().map(figure).map(Cell::of).toList();
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facies.metric.Estimate;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.subgroup.ColumnFigures;
import org.facies.subgroup.GroupFigures;

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
     * @param rows by group: subjects, accuracy, calibration error, overconfidence
     * @param byClass by group: sensitivity and specificity of each class
     */
    public record Model(String name, String finding, List<ModelSection.Row> rows, List<ClassRow> byClass) {
        public Model {
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
        byColumn.forEach((name, models) -> columns.add(new Column(name, models)));
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
        return new Model(name, column.finding(), rows, byClass);
    }

    private static List<Cell> cells(GroupFigures group, Function<GroupFigures.ClassFigures, Estimate> figure) {
        return group.perClass().values().stream().map(figure).map(Cell::of).toList();
    }
}

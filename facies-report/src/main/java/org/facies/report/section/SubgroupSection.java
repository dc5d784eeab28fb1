package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.report.run.Run;
import org.facies.report.run.Uncertainty;
import org.facies.report.text.Numbers;

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
            for (Uncertainty.Column column : run.metrics().uncertainty(model).columns()) {
                byColumn.computeIfAbsent(column.name(), name -> new ArrayList<>())
                        .add(model(model, column));
            }
        }
        List<Column> columns = new ArrayList<>();
        byColumn.forEach((name, models) -> columns.add(new Column(name, models)));
        return new SubgroupSection(run.metrics().classes(), columns);
    }

    private static Model model(String name, Uncertainty.Column column) {
        List<ModelSection.Row> rows = new ArrayList<>();
        List<ClassRow> byClass = new ArrayList<>();
        for (Uncertainty.Group group : column.groups()) {
            rows.add(new ModelSection.Row(
                    group.name(),
                    List.of(
                            Cell.plain(Numbers.count(group.n())),
                            Cell.of(group.accuracy()),
                            Cell.of(group.error()),
                            Cell.of(group.overconfidence()))));
            if (group.accuracy().isDefined()) {
                byClass.add(new ClassRow(
                        group.name(),
                        "sensitivity",
                        group.sensitivity().values().stream().map(Cell::of).toList()));
                byClass.add(new ClassRow(
                        group.name(),
                        "specificity",
                        group.specificity().values().stream().map(Cell::of).toList()));
            }
        }
        return new Model(name, column.finding(), rows, byClass);
    }
}

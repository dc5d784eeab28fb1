package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.cohort.YesNoColumn;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.subgroup.ColumnFigures;
import org.facies.subgroup.GroupFigures;

/**
 * The clinical question of the published study: how the models do on children with pulmonary stenosis.
 *
 * @param classes heads of the columns of recall
 * @param chart accuracy of every model with and without; empty where the column has no value
 * @param models the finding and the groups of each model
 */
public record StenosisSection(List<String> classes, Optional<Svg> chart, ByModel<Model> models) {

    /**
     * A model.
     *
     * @param rows for children with a stenosis, without one, and whose status is not known: subjects, accuracy, recalls
     */
    public record Model(String name, String finding, List<ModelSection.Row> rows) {
        public Model {
            rows = List.copyOf(rows);
        }
    }

    public StenosisSection {
        classes = List.copyOf(classes);
    }

    static StenosisSection of(Run run) {
        List<Model> models = new ArrayList<>();
        List<Forests.Entry> entries = new ArrayList<>();
        for (ModelKey key : ModelKey.of(run)) {
            for (ColumnFigures column : run.model(key.name()).subgroups().orElse(List.of())) {
                if (isIts(column.column())) {
                    List<ModelSection.Row> rows = new ArrayList<>();
                    column.groups().stream()
                            .sorted((a, b) -> Integer.compare(place(a), place(b)))
                            .forEach(group -> {
                                rows.add(row(group));
                                if (YesNoColumn.VALUES.contains(group.group())) {
                                    entries.add(new Forests.Entry(
                                            key.series(),
                                            key.name() + ": " + words(group.group()),
                                            EstimateText.of(group.accuracy())));
                                }
                            });
                    models.add(new Model(key.name(), run.names().in(column.finding()), rows));
                }
            }
        }
        Optional<Svg> chart = entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Forests.ofShares(
                        "pulmonary-stenosis", "Accuracy with and without pulmonary stenosis", entries));
        return new StenosisSection(run.names().of(run.classes()), chart, ByModel.of(run, models, Model::name));
    }

    /** Whether a column of the manifest has its place here. */
    static boolean isIts(String column) {
        return column.equals(YesNoColumn.PULMONARY_STENOSIS);
    }

    /** Those who have it come first, those whose status is not known last. */
    private static int place(GroupFigures group) {
        int place = YesNoColumn.VALUES.indexOf(group.group());
        return place < 0 ? YesNoColumn.VALUES.size() : place;
    }

    private static String words(String group) {
        return switch (group) {
            case "yes" -> "with";
            case "no" -> "without";
            default -> "not known";
        };
    }

    private static ModelSection.Row row(GroupFigures group) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.plain(Numbers.count(group.n())), Cell.of(group.accuracy())));
        group.perClass().values().forEach(one -> cells.add(Cell.of(one.sensitivity())));
        return new ModelSection.Row(words(group.group()), cells);
    }
}

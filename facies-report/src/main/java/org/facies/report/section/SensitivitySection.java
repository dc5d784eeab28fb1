package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.uncertainty.ClassSensitivity;

/**
 * How many children of each class are found at a specificity that is fixed beforehand.
 *
 * @param fittedOn the children on whom thresholds were chosen
 * @param classes empty where metrics.json has no such thresholds
 */
public record SensitivitySection(String fittedOn, List<OneClass> classes) {

    /** A class: a row for each model and specificity, with the values that were reached. */
    public record OneClass(String name, String support, Svg chart, List<ModelSection.Row> rows) {
        public OneClass {
            rows = List.copyOf(rows);
        }
    }

    public SensitivitySection {
        classes = List.copyOf(classes);
    }

    static SensitivitySection of(Run run) {
        Map<String, List<Found>> byClass = new LinkedHashMap<>();
        for (ModelKey model : ModelKey.of(run)) {
            run.model(model.name())
                    .sensitivity()
                    .ifPresent(
                            all -> all.forEach((name, found) -> byClass.computeIfAbsent(name, none -> new ArrayList<>())
                                    .add(new Found(model, found))));
        }
        List<OneClass> classes = new ArrayList<>();
        byClass.forEach((name, found) -> classes.add(oneClass(run.names().of(name), found, classes.size())));
        return new SensitivitySection(run.teachers(), classes);
    }

    private record Found(ModelKey model, ClassSensitivity sensitivity) {}

    private static OneClass oneClass(String name, List<Found> found, int index) {
        List<Forests.Entry> entries = new ArrayList<>();
        List<ModelSection.Row> rows = new ArrayList<>();
        for (Found one : found) {
            for (ClassSensitivity.Point point : one.sensitivity().points()) {
                String at = Numbers.roundPercent(point.at());
                entries.add(new Forests.Entry(
                        one.model().series(), one.model().name() + " at " + at, EstimateText.of(point.sensitivity())));
                rows.add(new ModelSection.Row(
                        one.model().name(),
                        List.of(Cell.plain(at), Cell.of(point.sensitivity()), Cell.of(point.specificity()))));
            }
        }
        return new OneClass(
                name,
                Children.counted(found.get(0).sensitivity().subjects()),
                Forests.ofShares("sensitivity-" + index, "Sensitivity of " + name + " at a fixed specificity", entries),
                rows);
    }
}

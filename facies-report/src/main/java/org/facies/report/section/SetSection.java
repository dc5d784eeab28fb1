package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.conformal.Conformity;
import org.facies.conformal.SetFigures;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;

/**
 * Sets of diagnoses that hold the truth with a chosen certainty, over subjects.
 *
 * @param teachers on whom they were learnt
 */
public record SetSection(String teachers, List<Model> models) {
    private static final Conformity SHOWN = Conformity.LAC;

    /**
     * One model.
     *
     * @param rows by level: what the sets are like
     * @param classes heads of the columns of coverage
     * @param coverage by level: coverage of each class
     */
    public record Model(
            String name, List<ModelSection.Row> rows, List<String> classes, List<ModelSection.Row> coverage) {
        public Model {
            rows = List.copyOf(rows);
            classes = List.copyOf(classes);
            coverage = List.copyOf(coverage);
        }
    }

    public SetSection {
        models = List.copyOf(models);
    }

    static SetSection of(Run run) {
        List<Model> models = new ArrayList<>();
        for (String name : run.models()) {
            List<SetFigures> sets = run.model(name).conformal().orElse(List.of()).stream()
                    .filter(own -> own.conformity() == SHOWN)
                    .toList();
            if (!sets.isEmpty()) {
                models.add(model(name, sets, run.classes()));
            }
        }
        return new SetSection(run.teachers(), models);
    }

    private static Model model(String name, List<SetFigures> sets, List<String> classes) {
        List<ModelSection.Row> rows = sets.stream()
                .map(own -> new ModelSection.Row(level(own), cells(own)))
                .toList();
        List<ModelSection.Row> perClass = sets.stream()
                .map(own -> new ModelSection.Row(
                        level(own),
                        classes.stream()
                                .map(diagnosis -> coverage(own.perClass().get(diagnosis)))
                                .toList()))
                .toList();
        return new Model(name, rows, classes, perClass);
    }

    private static String level(SetFigures sets) {
        return sets.levelPercent() + "\u00a0%, " + sets.assurance().key().replace('-', ' ');
    }

    private static List<Cell> cells(SetFigures sets) {
        return List.of(
                Cell.of(sets.coverage()),
                Cell.of(sets.meanSize()),
                Cell.of(sets.single()),
                Cell.of(sets.singleRight()),
                Cell.of(sets.empty()));
    }

    private static Cell coverage(SetFigures.ClassCoverage coverage) {
        if (coverage.enough()) {
            return Cell.of(coverage.coverage());
        }
        String value = EstimateText.of(coverage.coverage()).text();
        return new Cell(value, "", "in every set: needs " + coverage.needed() + " subjects to learn from", "");
    }
}

package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facies.conformal.Conformity;
import org.facies.conformal.SetFigures;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;

/**
 * Prediction sets, which include the true diagnosis with a chosen coverage, over subjects.
 *
 * @param fittedOn the children on whom they were calibrated
 * @param answer in a sentence, of the headline's model
 */
public record SetSection(String fittedOn, String answer, ByModel<Model> models) {
    private static final int EXAMPLE = 90;
    private static final Conformity SHOWN = Conformity.LAC;

    /**
     * One model.
     *
     * @param rows size and coverage of the sets, by level
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

    static SetSection of(Run run) {
        List<Model> models = new ArrayList<>();
        for (String name : run.models()) {
            List<SetFigures> sets = run.model(name).conformal().orElse(List.of()).stream()
                    .filter(own -> own.conformity() == SHOWN)
                    .toList();
            if (!sets.isEmpty()) {
                models.add(model(name, sets, run));
            }
        }
        ByModel<Model> shown = ByModel.of(run, models, Model::name);
        return new SetSection(run.teachers(), answer(run, shown), shown);
    }

    private static String answer(Run run, ByModel<Model> models) {
        return models.headline().stream()
                .flatMap(model -> run.model(model.name()).conformal().orElse(List.of()).stream())
                .filter(own -> own.conformity() == SHOWN && own.levelPercent() == EXAMPLE)
                .findFirst()
                .map(own -> "At a level of " + EXAMPLE + "\u00a0%, the sets of "
                        + models.headline().get(0).name() + " include the true diagnosis for "
                        + Share.of(own.coverage()) + " of the children and name "
                        + String.format(Locale.ROOT, "%.1f", own.meanSize().value()) + " classes on average.")
                .orElse("");
    }

    private static Model model(String name, List<SetFigures> sets, Run run) {
        List<ModelSection.Row> rows = sets.stream()
                .map(own -> new ModelSection.Row(level(own), cells(own)))
                .toList();
        List<ModelSection.Row> perClass = sets.stream()
                .map(own -> new ModelSection.Row(
                        level(own),
                        run.classes().stream()
                                .map(diagnosis -> coverage(own.perClass().get(diagnosis)))
                                .toList()))
                .toList();
        return new Model(name, rows, run.names().of(run.classes()), perClass);
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
        return new Cell(value, "", "in every set: needs " + coverage.needed() + " children to be fitted on", "");
    }
}

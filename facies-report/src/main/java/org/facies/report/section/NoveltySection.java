package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.novelty.NoveltyEvaluation;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;

/**
 * Unknown faces: which of the cohort's own subjects are refused as such.
 *
 * @param nominal share that is meant to be refused; empty where metrics.json has no distances
 * @param answer in a sentence, of the headline's model
 * @param rows by model: refused, then by class, then accuracy on those kept and refused
 */
public record NoveltySection(String nominal, String answer, List<String> classes, ByModel<ModelSection.Row> rows) {

    public NoveltySection {
        classes = List.copyOf(classes);
    }

    static NoveltySection of(Run run) {
        List<ModelSection.Row> rows = new ArrayList<>();
        String nominal = "";
        for (String model : run.models()) {
            Optional<NoveltyEvaluation> found = run.model(model).novelty();
            if (found.isPresent()) {
                nominal = Numbers.roundPercent(found.get().nominal());
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(found.get().refused())));
                run.classes()
                        .forEach(
                                name -> cells.add(Cell.of(found.get().perClass().get(name))));
                cells.add(Cell.of(found.get().rightKept()));
                cells.add(Cell.of(found.get().rightRefused()));
                rows.add(new ModelSection.Row(model, cells));
            }
        }
        ByModel<ModelSection.Row> shown = ByModel.of(run, rows, ModelSection.Row::name);
        return new NoveltySection(nominal, answer(run, shown), run.names().of(run.classes()), shown);
    }

    private static String answer(Run run, ByModel<ModelSection.Row> rows) {
        return rows.headline().stream()
                .findFirst()
                .flatMap(row -> run.model(row.name())
                        .novelty()
                        .map(found -> row.name() + " refuses "
                                + Share.of(found.refused()) + " of the cohort’s own children by mistake; the aim is "
                                + Numbers.roundPercent(found.nominal()) + "."))
                .orElse("");
    }
}

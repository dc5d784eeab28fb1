package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.novelty.NoveltyEvaluation;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;

/**
 * "None of these", said of the cohort's own subjects.
 *
 * @param nominal share that is meant to be refused; empty where metrics.json does not tell
 * @param rows by model: refused, then by class, then accuracy on kept and refused
 */
public record NoveltySection(String nominal, List<String> classes, List<ModelSection.Row> rows) {

    public NoveltySection {
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
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
        return new NoveltySection(nominal, run.classes(), rows);
    }
}

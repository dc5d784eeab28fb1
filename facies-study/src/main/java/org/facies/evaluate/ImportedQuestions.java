package org.facies.evaluate;

import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.input.Likeness;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.result.HeadlineChoice;
import org.facies.uncertainty.ScreeningSettings;
import org.facies.uncertainty.UncertaintySettings;

/**
 * Options of the evaluation.
 *
 * @param intervals how intervals are computed
 * @param subgroups columns to group subjects by; if empty, those of the usual columns that exist
 * @param unaffected the class of children without a syndrome; if empty, that of {@link ScreeningSettings#standard}
 *     if the predictions have it
 */
public record ImportedQuestions(EvaluationSettings intervals, List<String> subgroups, Optional<String> unaffected) {

    public ImportedQuestions {
        subgroups = List.copyOf(subgroups);
    }

    /** @throws BadInput if the unaffected class is not a class of the table */
    UncertaintySettings uncertainty(PredictionTable table) {
        ScreeningSettings standard = ScreeningSettings.standard();
        unaffected.filter(name -> !table.classes().contains(name)).ifPresent(name -> {
            throw new BadInput(
                    "--unaffected",
                    name,
                    "is not a class of the" + " predictions",
                    Likeness.remedy(name, table.classes()));
        });
        ScreeningSettings screening = new ScreeningSettings(
                unaffected.orElse(standard.unaffected()),
                standard.sensitivity(),
                standard.specificity(),
                standard.prevalence());
        return new UncertaintySettings(
                intervals,
                screening,
                UncertaintySettings.FEWEST_SUBJECTS,
                Optional.of(HeadlineChoice.UNDECLARED.best(table)));
    }
}

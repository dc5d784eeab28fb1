package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.ModelResult;
import org.facies.uncertainty.PredictiveValue;
import org.facies.uncertainty.Screening;
import org.facies.uncertainty.SyndromeIdentification;

/**
 * Any syndrome against none, and apart from it which syndrome.
 *
 * @param teachers on whom thresholds were learnt
 * @param sizes how many subjects are affected and not; empty where metrics.json does not tell
 * @param screening a row for each model and threshold
 * @param predictive a row for each model, threshold and prevalence
 * @param syndromes heads of the columns of naming
 * @param naming a row for each model
 */
public record ScreeningSection(
        String teachers,
        String sizes,
        List<ModelSection.Row> screening,
        List<ModelSection.Row> predictive,
        List<String> syndromes,
        List<ModelSection.Row> naming,
        String majority) {

    public ScreeningSection {
        screening = List.copyOf(screening);
        predictive = List.copyOf(predictive);
        syndromes = List.copyOf(syndromes);
        naming = List.copyOf(naming);
    }

    static ScreeningSection of(Run run) {
        List<ModelSection.Row> screening = new ArrayList<>();
        List<ModelSection.Row> predictive = new ArrayList<>();
        List<ModelSection.Row> naming = new ArrayList<>();
        List<String> syndromes = new ArrayList<>();
        String sizes = "";
        String majority = "";
        for (String model : run.models()) {
            ModelResult result = run.model(model);
            Optional<Screening> found = result.screening();
            if (found.isPresent()) {
                sizes = Phrases.counted(found.get().affectedSubjects(), "subject") + " with a syndrome, "
                        + Numbers.count(found.get().unaffectedSubjects()) + " of class "
                        + found.get().unaffected();
                found.get().points().forEach(point -> {
                    screening.add(screened(model, found.get(), point));
                    point.predictive().forEach(value -> predictive.add(predicted(model, point, value)));
                });
            }
            Optional<SyndromeIdentification> named = result.naming();
            if (named.isPresent()) {
                syndromes = List.copyOf(named.get().recall().keySet());
                majority = Numbers.score(named.get().majority());
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(named.get().accuracy())));
                named.get().recall().values().forEach(recall -> cells.add(Cell.of(recall)));
                naming.add(new ModelSection.Row(model, cells));
            }
        }
        return new ScreeningSection(run.teachers(), sizes, screening, predictive, syndromes, naming, majority);
    }

    private static ModelSection.Row screened(String model, Screening screening, Screening.ThresholdPerformance point) {
        return new ModelSection.Row(
                model,
                List.of(
                        Cell.of(screening.aucWithinFolds().orElseGet(screening::auc)),
                        Cell.plain(held(point)),
                        Cell.of(point.sensitivity()),
                        Cell.of(point.specificity())));
    }

    private static ModelSection.Row predicted(
            String model, Screening.ThresholdPerformance point, PredictiveValue value) {
        String prevalence = String.format(Locale.ROOT, "1 in %.0f", 1 / value.prevalence());
        return new ModelSection.Row(
                model,
                List.of(
                        Cell.plain(held(point)),
                        Cell.plain(prevalence),
                        Cell.of(value.positive()),
                        Cell.of(value.negative())));
    }

    private static String held(Screening.ThresholdPerformance point) {
        return point.fixed().name().toLowerCase(Locale.ROOT) + " " + Numbers.roundPercent(point.at());
    }
}

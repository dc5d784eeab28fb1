package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.result.ModelResult;
import org.facies.uncertainty.PredictiveValue;
import org.facies.uncertainty.Screening;
import org.facies.uncertainty.SyndromeIdentification;

/**
 * Any syndrome compared with none, and separately from it which syndrome.
 *
 * @param fittedOn the children on whom thresholds were fitted
 * @param answer in sentences, of the headline's model
 * @param sizes how many subjects are affected and not; empty where metrics.json has no screening
 * @param screening a row for each model and threshold
 * @param predictive a row for each model, threshold and prevalence
 * @param syndromes heads of the columns of syndrome identification
 * @param naming a row for each model: syndrome identification
 * @param majority accuracy of always answering with the majority syndrome
 */
public record ScreeningSection(
        String fittedOn,
        String answer,
        String sizes,
        ByModel<ModelSection.Row> screening,
        ByModel<ModelSection.Row> predictive,
        List<String> syndromes,
        ByModel<ModelSection.Row> naming,
        String majority) {

    public ScreeningSection {
        syndromes = List.copyOf(syndromes);
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
                sizes = Children.counted(found.get().affectedSubjects()) + " with a syndrome, "
                        + Numbers.count(found.get().unaffectedSubjects()) + " of class “"
                        + run.names().of(found.get().unaffected()) + "”";
                found.get().points().forEach(point -> {
                    screening.add(screened(model, found.get(), point));
                    point.predictive().forEach(value -> predictive.add(predicted(model, point, value)));
                });
            }
            Optional<SyndromeIdentification> named = result.naming();
            if (named.isPresent()) {
                syndromes = run.names().of(List.copyOf(named.get().recall().keySet()));
                majority = Numbers.score(named.get().majority());
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(named.get().accuracy())));
                named.get().recall().values().forEach(recall -> cells.add(Cell.of(recall)));
                naming.add(new ModelSection.Row(model, cells));
            }
        }
        ByModel<ModelSection.Row> shown = ByModel.of(run, screening, ModelSection.Row::name);
        return new ScreeningSection(
                run.teachers(),
                answer(run, shown),
                sizes,
                shown,
                ByModel.of(run, predictive, ModelSection.Row::name),
                syndromes,
                ByModel.of(run, naming, ModelSection.Row::name),
                majority);
    }

    private static String answer(Run run, ByModel<ModelSection.Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String model = rows.headline().get(0).name();
        String finds = run.model(model).screening().stream()
                .flatMap(screening -> screening.points().stream())
                .findFirst()
                .map(point -> "At the threshold chosen for a "
                        + point.fixed().name().toLowerCase(Locale.ROOT) + " of "
                        + Numbers.roundPercent(point.at()) + ", " + model + " finds " + Share.of(point.sensitivity())
                        + " of the children with a syndrome, and raises no alarm for "
                        + Numbers.roundPercent(point.specificity().value()) + " of the others.")
                .orElse("");
        String names = run.model(model)
                .naming()
                .map(named -> " Among children with a syndrome, it names the correct one for "
                        + Share.of(named.accuracy()) + ".")
                .orElse("");
        return finds + names;
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
        String prevalence = String.format(Locale.ROOT, "1 in %,.0f", 1 / value.prevalence());
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

package org.facies.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.result.settings.StudySettings;

/**
 * The trainings that a study needs.
 *
 * @param rounds cross-validations, in order
 * @param photosPerFold photos of the training part of each fold of each round
 */
record StudyPlan(
        List<PlannedModel> models,
        StudySettings.ModelSelection selection,
        List<Round> rounds,
        List<Integer> photosPerFold) {

    StudyPlan {
        models = List.copyOf(models);
        rounds = List.copyOf(rounds);
        photosPerFold = List.copyOf(photosPerFold);
    }

    static StudyPlan of(
            List<PlannedModel> models, StudySettings.ModelSelection selection, Cohort cohort, List<Round> rounds) {
        return new StudyPlan(
                models,
                selection,
                rounds,
                rounds.stream()
                        .map(Round::folds)
                        .flatMap(folds -> IntStream.range(0, folds.k())
                                .mapToObj(fold ->
                                        folds.training(cohort, fold).photos().size()))
                        .toList());
    }

    /** The number of folds of a round. */
    int folds() {
        return photosPerFold.size() / rounds.size();
    }

    /** Whether a model is tuned. */
    boolean isTuned() {
        return models.stream().anyMatch(PlannedModel::isTuned);
    }

    int trainings(PlannedModel model) {
        return photosPerFold.size() * model.trainingsPerFold(selection);
    }

    int trainings() {
        return models.stream().mapToInt(this::trainings).sum();
    }

    /** Photos that the trainings of a model process, counted in every epoch. */
    double passes(PlannedModel model) {
        return photosPerFold.stream()
                .mapToDouble(photos -> model.passesPerFold(selection, photos))
                .sum();
    }

    /** The passes of each model. */
    Map<String, Double> passes() {
        Map<String, Double> passes = new LinkedHashMap<>();
        models.forEach(model -> passes.put(model.name(), passes(model)));
        return passes;
    }
}

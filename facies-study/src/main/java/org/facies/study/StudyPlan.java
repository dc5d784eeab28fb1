package org.facies.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.fold.FoldPlan;
import org.facies.result.settings.StudySettings;

/**
 * The trainings that a study takes.
 *
 * @param photosPerFold photos of each fold's training part
 */
record StudyPlan(List<PlannedModel> models, StudySettings.ModelSelection selection, List<Integer> photosPerFold) {

    StudyPlan {
        models = List.copyOf(models);
        photosPerFold = List.copyOf(photosPerFold);
    }

    static StudyPlan of(
            List<PlannedModel> models, StudySettings.ModelSelection selection, Cohort cohort, FoldPlan folds) {
        return new StudyPlan(
                models,
                selection,
                IntStream.range(0, folds.k())
                        .mapToObj(fold -> folds.training(cohort, fold).photos().size())
                        .toList());
    }

    /** Whether something is chosen inside the folds. */
    boolean isTuned() {
        return models.stream().anyMatch(PlannedModel::isTuned);
    }

    int trainings(PlannedModel model) {
        return photosPerFold.size() * model.trainingsPerFold(selection);
    }

    int trainings() {
        return models.stream().mapToInt(this::trainings).sum();
    }

    /** Photos that the trainings of a model look at, each as often as it is looked at. */
    double passes(PlannedModel model) {
        return photosPerFold.stream()
                .mapToDouble(photos -> model.passesPerFold(selection, photos))
                .sum();
    }

    /** By model. */
    Map<String, Double> passes() {
        Map<String, Double> passes = new LinkedHashMap<>();
        models.forEach(model -> passes.put(model.name(), passes(model)));
        return passes;
    }
}

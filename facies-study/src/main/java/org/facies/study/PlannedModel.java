package org.facies.study;

import java.util.List;
import java.util.stream.IntStream;
import org.facies.result.settings.StudySettings;

/**
 * A model of a study, ready to be trained.
 *
 * @param model with the frozen layers named and the number of threads set
 * @param candidates the model in each configuration to choose from, resolved; empty if nothing is tuned
 * @param backbone that training starts from
 */
record PlannedModel(StudySettings.Model model, List<StudySettings.Model> candidates, Backbone backbone) {

    PlannedModel {
        candidates = List.copyOf(candidates);
    }

    static PlannedModel of(StudySettings.Model model, Backbone backbone, FrozenLayers frozen, int threads) {
        StudySettings.Model settled = model.with(model.training().onThreads(threads));
        return new PlannedModel(
                frozen.resolved(settled, backbone),
                settled.candidates().stream()
                        .map(candidate -> frozen.resolved(candidate.of(settled), backbone))
                        .toList(),
                backbone);
    }

    String name() {
        return model.name();
    }

    /** Whether the model is tuned. */
    boolean isTuned() {
        return !candidates.isEmpty();
    }

    /** All configurations that can be trained: the candidates, or the model itself. */
    List<StudySettings.Model> configurations() {
        return isTuned() ? candidates : List.of(model);
    }

    /** The first candidate with the same training; it can differ in the decision only. */
    int trainedLike(int candidate) {
        StudySettings.Model training = candidates.get(candidate).withoutDecision();
        return IntStream.rangeClosed(0, candidate)
                .filter(other -> candidates.get(other).withoutDecision().equals(training))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a later candidate has the same training. */
    boolean servesLater(int candidate) {
        return IntStream.range(candidate + 1, candidates.size()).anyMatch(later -> trainedLike(later) == candidate);
    }

    /** {@code margin 0.3, epochs 4}. */
    String words(int candidate) {
        return model.candidates().get(candidate).words();
    }

    /** The number of trainings in each fold. */
    int trainingsPerFold(StudySettings.ModelSelection selection) {
        return isTuned() ? 1 + candidates.size() * selection.splits() : 1;
    }

    /**
     * Photos processed in the trainings of a fold, counted in every epoch.
     *
     * @param photos of the fold's training part
     */
    double passesPerFold(StudySettings.ModelSelection selection, int photos) {
        return outerPasses(photos)
                + IntStream.range(0, candidates.size())
                        .mapToDouble(c -> selection.splits() * innerPasses(selection, c, photos))
                        .sum();
    }

    /** Photos processed in the final training of a fold; if epochs are tuned, the largest possible number. */
    double outerPasses(int photos) {
        int longest = configurations().stream()
                .mapToInt(one -> one.training().epochs())
                .max()
                .orElseThrow();
        return (double) photos * longest;
    }

    /** Photos processed in the training of one candidate on one inner fold. */
    double innerPasses(StudySettings.ModelSelection selection, int candidate, int photos) {
        if (trainedLike(candidate) < candidate) {
            return 0;
        }
        int parts = selection.innerFolds();
        return photos
                * (parts - 1.0)
                / parts
                * candidates.get(candidate).training().epochs();
    }
}

package org.facies.study;

import java.util.List;
import java.util.stream.IntStream;
import org.facies.result.settings.StudySettings;

/**
 * A model of a study, ready to be trained.
 *
 * @param model with the frozen layers named
 * @param candidates the model in each of the ways that one is chosen of, resolved as it is; empty where nothing is tuned
 * @param backbone that it begins with
 */
record PlannedModel(StudySettings.Model model, List<StudySettings.Model> candidates, Backbone backbone) {

    PlannedModel {
        candidates = List.copyOf(candidates);
    }

    static PlannedModel of(StudySettings.Model model, Backbone backbone, FrozenLayers frozen) {
        return new PlannedModel(
                frozen.resolved(model, backbone),
                model.candidates().stream()
                        .map(candidate -> frozen.resolved(candidate.of(model), backbone))
                        .toList(),
                backbone);
    }

    String name() {
        return model.name();
    }

    /** Whether something is chosen. */
    boolean isTuned() {
        return !candidates.isEmpty();
    }

    /** Everything that may be trained, the candidates or the model itself. */
    List<StudySettings.Model> ways() {
        return isTuned() ? candidates : List.of(model);
    }

    /** {@code margin 0.3, epochs 4}. */
    String words(int candidate) {
        return model.candidates().get(candidate).words();
    }

    /** Trainings that every fold takes. */
    int trainingsPerFold(StudySettings.Choice choice) {
        return isTuned() ? 1 + candidates.size() * choice.splits() : 1;
    }

    /**
     * Photos that training looks at in a fold, each as often as it is looked at.
     *
     * @param photos of the fold's training part
     */
    double passesPerFold(StudySettings.Choice choice, int photos) {
        return outerPasses(photos)
                + IntStream.range(0, candidates.size())
                        .mapToDouble(c -> choice.splits() * innerPasses(choice, c, photos))
                        .sum();
    }

    /** Of the fold's own training; where the number of epochs is tuned, the most that may be chosen. */
    double outerPasses(int photos) {
        int longest =
                ways().stream().mapToInt(way -> way.training().epochs()).max().orElseThrow();
        return (double) photos * longest;
    }

    /** Of one candidate on one inner fold. */
    double innerPasses(StudySettings.Choice choice, int candidate, int photos) {
        int parts = choice.innerFolds();
        return photos
                * (parts - 1.0)
                / parts
                * candidates.get(candidate).training().epochs();
    }
}

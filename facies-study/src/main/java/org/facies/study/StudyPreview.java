package org.facies.study;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.Cohort;

/**
 * What a study will do.
 *
 * @param subjects with a usable photo
 * @param photos usable
 * @param folds number of them
 * @param models what each will take
 */
public record StudyPreview(int subjects, int photos, int folds, List<Row> models) {

    /**
     * What a model will take.
     *
     * @param candidates that one is chosen of in each fold; 0 where nothing is tuned
     * @param trainings in all
     * @param passes photos that they look at, each as often as it is looked at
     * @param seconds that training takes at the pace of a few steps, without the frozen layers' single pass; empty if
     *     it was not timed
     */
    public record Row(String model, int candidates, int trainings, double passes, Optional<Double> seconds) {}

    public StudyPreview {
        models = List.copyOf(models);
    }

    static StudyPreview of(StudyPlan plan, Cohort cohort, Map<String, Double> secondsPerPass) {
        return new StudyPreview(
                cohort.subjects().size(),
                cohort.photos().size(),
                plan.folds(),
                plan.models().stream()
                        .map(model -> new Row(
                                model.name(),
                                model.candidates().size(),
                                plan.trainings(model),
                                plan.passes(model),
                                Optional.ofNullable(secondsPerPass.get(model.name()))
                                        .map(pace -> pace * plan.passes(model))))
                        .toList());
    }

    public int trainings() {
        return models.stream().mapToInt(Row::trainings).sum();
    }

    public double passes() {
        return models.stream().mapToDouble(Row::passes).sum();
    }

    /** Time for all trainings; empty if they were not timed. */
    public Optional<Duration> time() {
        if (models.stream().anyMatch(model -> model.seconds().isEmpty())) {
            return Optional.empty();
        }
        double seconds = models.stream()
                .mapToDouble(model -> model.seconds().orElseThrow())
                .sum();
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /** {@code 26 trainings that look at 12,480 photos in all: about 3 min.} */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d trainings that look at %,.0f photos in all%s.",
                trainings(),
                passes(),
                time().map(time -> ": about " + RoughTime.words(time)).orElse(""));
    }
}

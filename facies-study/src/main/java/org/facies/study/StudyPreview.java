package org.facies.study;

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
 * @param isBusy whether other programs took much of the machine while it was timed
 */
public record StudyPreview(int subjects, int photos, int folds, List<Row> models, boolean isBusy) {

    /**
     * What a model will take.
     *
     * @param candidates that one is chosen of in each fold; 0 where nothing is tuned
     * @param trainings in all
     * @param passes photos that they look at, each as often as it is looked at
     * @param time that training takes at the pace of a few steps, without the frozen layers' single pass; empty if it
     *     was not timed
     */
    public record Row(String model, int candidates, int trainings, double passes, Optional<TimeRange> time) {}

    public StudyPreview {
        models = List.copyOf(models);
    }

    static StudyPreview of(StudyPlan plan, Cohort cohort, Map<String, Pace> paces) {
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
                                Optional.ofNullable(paces.get(model.name())).map(pace -> pace.of(plan.passes(model)))))
                        .toList(),
                paces.values().stream().anyMatch(Pace::isOnBusyMachine));
    }

    public int trainings() {
        return models.stream().mapToInt(Row::trainings).sum();
    }

    public double passes() {
        return models.stream().mapToDouble(Row::passes).sum();
    }

    /** Time for all trainings; empty if they were not timed. */
    public Optional<TimeRange> time() {
        if (models.stream().anyMatch(model -> model.time().isEmpty())) {
            return Optional.empty();
        }
        return models.stream().map(model -> model.time().orElseThrow()).reduce(TimeRange::plus);
    }

    /** {@code 26 trainings that look at 12,480 photos in all: 20 min to 35 min.} */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d trainings that look at %,.0f photos in all%s.%s",
                trainings(),
                passes(),
                time().map(time -> ": " + time.words()).orElse(""),
                isBusy
                        ? " Other programs keep this machine busy at present: the longer time is for a machine that"
                                + " stays so, the shorter one for a machine to itself."
                        : "");
    }
}

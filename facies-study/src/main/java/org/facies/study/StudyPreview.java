package org.facies.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.Cohort;

/**
 * The trainings that a study needs, and their time.
 *
 * @param subjects with a usable photo
 * @param photos usable
 * @param folds number of them
 * @param models the trainings of each model
 * @param isBusy whether other programs used much of the machine during the measurement
 */
public record StudyPreview(int subjects, int photos, int folds, List<Row> models, boolean isBusy) {

    /**
     * The trainings of a model.
     *
     * @param candidates number of candidates in each fold; 0 if nothing is tuned
     * @param trainings in total
     * @param passes photos that the trainings process, counted in every epoch
     * @param time of the trainings, estimated from a few steps, without the single pass of frozen layers; empty if it
     *     was not measured
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

    /** Time for all trainings; empty if the time was not measured. */
    public Optional<TimeRange> time() {
        if (models.stream().anyMatch(model -> model.time().isEmpty())) {
            return Optional.empty();
        }
        return models.stream().map(model -> model.time().orElseThrow()).reduce(TimeRange::plus);
    }

    /** {@code 26 trainings take 20 min to 35 min (12,480 photos, counted in every epoch).} */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d trainings%s (%,.0f photos, counted in every epoch).%s",
                trainings(),
                time().map(time -> " take " + time.words()).orElse(""),
                passes(),
                isBusy && time().filter(TimeRange::isOneTime).isEmpty()
                        ? " Other programs use this machine at present: the longer time applies if they continue, the"
                                + " shorter one if they stop."
                        : "");
    }
}

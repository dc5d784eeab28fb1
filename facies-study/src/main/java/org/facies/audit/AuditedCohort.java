package org.facies.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facies.cohort.Cohort;
import org.facies.cohort.Subject;
import org.facies.fold.FoldPlan;
import org.facies.input.BadInput;

/**
 * A cohort with what the audits know of its photos.
 *
 * @param cohort photos with a usable face only
 * @param traces in the order of {@link Cohort#photos}
 */
record AuditedCohort(Cohort cohort, List<PhotoTrace> traces) {

    static AuditedCohort of(Cohort cohort, List<PhotoTrace> traces) {
        Map<String, PhotoTrace> byPath = new HashMap<>();
        traces.forEach(trace -> byPath.put(trace.photo().path(), trace));
        if (byPath.isEmpty()) {
            throw new BadInput(
                    cohort.manifest().toString(), "", "has no photo with a usable face", "Look at the photos.");
        }
        Cohort usable = cohort.only(photo -> byPath.containsKey(photo.path()));
        return new AuditedCohort(
                usable,
                usable.photos().stream().map(photo -> byPath.get(photo.path())).toList());
    }

    /** int[subjects]. */
    int[] labels() {
        return cohort.subjects().stream()
                .mapToInt(subject -> cohort.classIndex(subject.diagnosis()))
                .toArray();
    }

    /** int[photos], the index of each photo's subject. */
    int[] subjectOfPhoto() {
        int[] owners = new int[traces.size()];
        int at = 0;
        for (int s = 0; s < cohort.subjects().size(); s++) {
            for (int i = 0; i < cohort.subjects().get(s).photos().size(); i++) {
                owners[at++] = s;
            }
        }
        return owners;
    }

    /** int[subjects], the fold of each subject's first photo. */
    int[] folds(FoldPlan plan) {
        return cohort.subjects().stream()
                .mapToInt(subject -> plan.foldOf(subject.photos().get(0)))
                .toArray();
    }

    /** double[subjects][d], means over the subject's photos. */
    double[][] means(Function<PhotoTrace, float[]> view) {
        List<double[]> means = new ArrayList<>();
        int at = 0;
        for (Subject subject : cohort.subjects()) {
            int photos = subject.photos().size();
            double[] mean = new double[view.apply(traces.get(at)).length];
            for (int end = at + photos; at < end; at++) {
                float[] numbers = view.apply(traces.get(at));
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += numbers[j] / (double) photos;
                }
            }
            means.add(mean);
        }
        return means.toArray(double[][]::new);
    }

    /** For each subject float[photos][d], directions of length 1. */
    List<float[][]> directions() {
        List<float[][]> result = new ArrayList<>();
        int at = 0;
        for (Subject subject : cohort.subjects()) {
            int end = at + subject.photos().size();
            result.add(traces.subList(at, end).stream()
                    .map(trace -> Directions.unit(trace.embedding()))
                    .toArray(float[][]::new));
            at = end;
        }
        return result;
    }
}

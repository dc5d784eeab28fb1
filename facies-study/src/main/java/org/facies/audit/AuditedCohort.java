package org.facies.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.facies.cohort.Cohort;
import org.facies.cohort.Subject;
import org.facies.fold.FoldPlan;
import org.facies.input.BadInput;

/**
 * A cohort with the measurements that the audits use.
 *
 * @param cohort photos with a usable face only
 * @param traces in the order of {@link Cohort#photos}; each is read from the disk on request
 */
record AuditedCohort(Cohort cohort, List<PhotoTrace> traces) {

    /** @param usable paths of the photos that the store has traces of */
    static AuditedCohort of(Cohort cohort, Set<String> usable, TraceStore store) {
        if (usable.isEmpty()) {
            throw new BadInput(
                    cohort.manifest().toString(),
                    "",
                    "has no photo with a usable face",
                    "Check that the photos" + " show faces and can be opened.");
        }
        Cohort part = cohort.only(photo -> usable.contains(photo.path()));
        return new AuditedCohort(part, new StoredTraces(store, part.photos()));
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
            List<float[]> views =
                    traces.subList(at, at + photos).stream().map(view).toList();
            at += photos;
            double[] mean = new double[views.get(0).length];
            for (float[] numbers : views) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += numbers[j] / (double) photos;
                }
            }
            means.add(mean);
        }
        return means.toArray(double[][]::new);
    }

    /** For each subject the embeddings of its photos: float[photos][d], each of length 1. */
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

package org.facies.metric;

import java.util.Arrays;

/**
 * Resamples for one model after the other: models of the same subjects in the same order share one drawing, which would be
 * the same anyway, with the same settings.
 */
public final class SharedResamples {
    private final EvaluationSettings settings;
    private final int threads;
    private int[] classOfSubject = {};
    private SubjectResamples last;

    /**
     * Nothing drawn yet.
     *
     * @param threads for drawing and for the figures, at least 1; no result depends on it
     */
    public SharedResamples(EvaluationSettings settings, int threads) {
        this.settings = settings;
        this.threads = threads;
        this.last = new SubjectResamples(classOfSubject, settings, threads);
    }

    /** The resamples of these subjects. */
    public SubjectResamples of(HeldOutSubjects subjects) {
        int[] own = subjects.truths();
        if (!Arrays.equals(own, classOfSubject)) {
            last = new SubjectResamples(own, settings, threads);
            classOfSubject = own;
        }
        return last;
    }
}

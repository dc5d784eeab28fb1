package org.facies.metric;

import java.util.Arrays;

/**
 * Resamples for one model after the other: models of the same subjects in the same order share one drawing, which would
 * be the same anyway, with the same settings. Safe to use from several threads.
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
        return of(subjects.truths());
    }

    /**
     * The resamples of subjects.
     *
     * @param truth int[subjects], class of each
     */
    public synchronized SubjectResamples of(int[] truth) {
        if (!Arrays.equals(truth, classOfSubject)) {
            last = new SubjectResamples(truth, settings, threads);
            classOfSubject = truth.clone();
        }
        return last;
    }

    int threads() {
        return threads;
    }
}

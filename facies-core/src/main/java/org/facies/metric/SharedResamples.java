package org.facies.metric;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Resamples for several models. Models of the same subjects in the same order share one set, which would be the same
 * anyway with the same settings. Safe to use from several threads.
 */
public final class SharedResamples {
    /** Drawings that are kept: by the order of a table, and by the names of subjects. */
    private static final int KEPT = 2;

    private final EvaluationSettings settings;
    private final int threads;
    private final Deque<Drawn> known = new ArrayDeque<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(int[] classOfSubject, SubjectResamples resamples) {}

    /**
     * Nothing drawn yet.
     *
     * @param threads for drawing and for the metrics, at least 1; no result depends on it
     */
    public SharedResamples(EvaluationSettings settings, int threads) {
        this.settings = settings;
        this.threads = threads;
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
        Drawn drawn = known.stream()
                .filter(one -> Arrays.equals(truth, one.classOfSubject))
                .findFirst()
                .orElseGet(() -> new Drawn(truth.clone(), new SubjectResamples(truth, settings, threads)));
        known.remove(drawn);
        known.addFirst(drawn);
        if (known.size() > KEPT) {
            known.removeLast();
        }
        return drawn.resamples;
    }

    int threads() {
        return threads;
    }
}

package org.facies.uncertainty;

import java.util.Arrays;
import org.facies.metric.HeldOutSubjects;

/** Thresholds for a score, each learnt without the fold that it is used on. */
final class OutOfFoldThreshold {
    private final HeldOutSubjects subjects;
    private final double[] scores;
    private final boolean[] affected;

    /**
     * Keeps the arrays.
     *
     * @param scores double[subjects], higher for affected
     * @param affected boolean[subjects]
     */
    OutOfFoldThreshold(HeldOutSubjects subjects, double[] scores, boolean[] affected) {
        this.subjects = subjects;
        this.scores = scores;
        this.affected = affected;
    }

    /** Whether each subject is positive at its fold's threshold. */
    boolean[] decided(Held held, double wanted) {
        boolean[] positive = new boolean[scores.length];
        for (int fold : subjects.folds()) {
            double[] ascending = Arrays.stream(subjects.inFolds(other -> other != fold))
                    .filter(i -> held.isLearntOn(affected[i]))
                    .mapToDouble(i -> scores[i])
                    .sorted()
                    .toArray();
            double threshold = held.threshold(ascending, wanted);
            for (int i : subjects.inFolds(own -> own == fold)) {
                positive[i] = scores[i] >= threshold;
            }
        }
        return positive;
    }
}

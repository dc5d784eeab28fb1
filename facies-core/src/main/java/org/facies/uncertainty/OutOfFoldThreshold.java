package org.facies.uncertainty;

import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;

/** Thresholds for a score, each fitted without the fold that it is used on. */
final class OutOfFoldThreshold {
    private final HeldOutSubjects subjects;
    private final int unaffected;

    /**
     * Keeps the subjects.
     *
     * @param subjects that have a fitting set
     * @param unaffected position of the class of children without a syndrome
     */
    OutOfFoldThreshold(HeldOutSubjects subjects, int unaffected) {
        this.subjects = subjects;
        this.unaffected = unaffected;
    }

    /** The probability of all syndromes together. */
    static double score(HeldOutSubjects subjects, int i, int unaffected) {
        return 1 - subjects.probability(i, unaffected);
    }

    /** The threshold that holds for these subjects. */
    static double learnt(HeldOutSubjects fittingSet, int unaffected, OperatingPoint held, double wanted) {
        double[] ascending = IntStream.range(0, fittingSet.size())
                .filter(i -> held.isLearntOn(fittingSet.truth(i) != unaffected))
                .mapToDouble(i -> score(fittingSet, i, unaffected))
                .sorted()
                .toArray();
        return held.threshold(ascending, wanted);
    }

    /** Whether each subject is positive at its fold's threshold. */
    boolean[] decided(OperatingPoint held, double wanted) {
        boolean[] positive = new boolean[subjects.size()];
        for (int fold : subjects.folds()) {
            double threshold = learnt(subjects.fittingSet(fold), unaffected, held, wanted);
            for (int i : subjects.inFolds(own -> own == fold)) {
                positive[i] = score(subjects, i, unaffected) >= threshold;
            }
        }
        return positive;
    }
}

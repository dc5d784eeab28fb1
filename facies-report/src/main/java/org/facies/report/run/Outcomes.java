package org.facies.report.run;

import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.PredictionTable;

/** Out-of-fold probabilities of one model with the true classes, one row a subject. Has no identifiers. */
public final class Outcomes {
    private final HeldOutSubjects subjects;

    private Outcomes(HeldOutSubjects subjects) {
        this.subjects = subjects;
    }

    static Outcomes of(PredictionTable table, String model) {
        return new Outcomes(HeldOutSubjects.of(table, model));
    }

    /** Probability of the class for each subject. */
    public double[] scores(String diagnosis) {
        int index = subjects.classes().indexOf(diagnosis);
        return all().mapToDouble(i -> subjects.probability(i, index)).toArray();
    }

    /** For each subject whether this is the true class. */
    public boolean[] positive(String diagnosis) {
        int index = subjects.classes().indexOf(diagnosis);
        boolean[] positive = new boolean[subjects.size()];
        all().forEach(i -> positive[i] = subjects.truth(i) == index);
        return positive;
    }

    /** Whether there are subjects of the class and subjects of others. */
    public boolean isMixed(String diagnosis) {
        int index = subjects.classes().indexOf(diagnosis);
        return all().anyMatch(i -> subjects.truth(i) == index) && all().anyMatch(i -> subjects.truth(i) != index);
    }

    /** Probability of the answer given, for each subject. */
    public double[] confidence() {
        return all().mapToDouble(subjects::confidence).toArray();
    }

    /** For each subject whether the answer given, the first of the most probable, is correct. */
    public boolean[] correct() {
        boolean[] correct = new boolean[subjects.size()];
        all().forEach(i -> correct[i] = subjects.isCorrect(i));
        return correct;
    }

    private IntStream all() {
        return IntStream.range(0, subjects.size());
    }
}

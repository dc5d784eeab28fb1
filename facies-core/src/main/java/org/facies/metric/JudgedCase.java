package org.facies.metric;

import java.util.List;
import java.util.Set;

/**
 * One case with its true class and the class that a model gave it.
 *
 * @param id photo or subject
 * @param truth position of the true class
 * @param predicted position of the first of the most probable classes; the number of classes where none was named
 * @param probabilities double[classes], summing to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record JudgedCase(String id, String subject, int truth, int predicted, double[] probabilities) {

    /** The cases of one model at one level, in the table's order. */
    public static List<JudgedCase> of(PredictionTable table, String model, Level level) {
        return of(table, model, level, Set.of());
    }

    /**
     * The same for a reader who may answer "cannot say".
     *
     * @param unanswered ids of the cases with this answer
     */
    public static List<JudgedCase> of(PredictionTable table, String who, Level level, Set<String> unanswered) {
        return Case.of(level, table.of(who), table.classes(), unanswered).stream()
                .map(one -> new JudgedCase(one.id(), one.subject(), one.truth(), one.predicted(), one.probabilities()))
                .toList();
    }

    public boolean isCorrect() {
        return truth == predicted;
    }
}

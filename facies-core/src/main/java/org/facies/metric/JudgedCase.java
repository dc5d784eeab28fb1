package org.facies.metric;

import java.util.List;

/**
 * One case with its true class and the class that a model gave it.
 *
 * @param id photo or subject
 * @param truth position of the true class
 * @param predicted position of the first of the most probable classes
 * @param probabilities double[classes], summing to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record JudgedCase(String id, String subject, int truth, int predicted, double[] probabilities) {

    /** The cases of one model at one level, in the table's order. */
    public static List<JudgedCase> of(PredictionTable table, String model, Level level) {
        return Case.of(level, table.of(model), table.classes()).stream()
                .map(one -> new JudgedCase(one.id(), one.subject(), one.truth(), one.predicted(), one.probabilities()))
                .toList();
    }

    public boolean isCorrect() {
        return truth == predicted;
    }
}

package org.facies.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;

/** Tables of models that are correct on chosen subjects, for tests. */
final class Arms {
    private final List<String> classes;
    private final int[] counts;
    private final int folds;
    private final List<Prediction> predictions = new ArrayList<>();

    /**
     * No model yet.
     *
     * @param counts subjects of each class
     */
    Arms(int folds, int... counts) {
        this.folds = folds;
        this.counts = counts;
        this.classes = List.of("a", "b", "c").subList(0, counts.length);
    }

    /** A model that answers the next class where it is not correct. */
    Arms with(String model, IntPredicate isCorrect) {
        int subject = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++, subject++) {
                int answer = isCorrect.test(subject) ? label : (label + 1) % counts.length;
                predictions.add(new Prediction(
                        model,
                        subject % folds,
                        "p" + subject,
                        String.format("s%03d", subject),
                        classes.get(label),
                        probabilities(answer)));
            }
        }
        return this;
    }

    PredictionTable table() {
        return new PredictionTable(classes, predictions);
    }

    private List<Double> probabilities(int answer) {
        List<Double> probabilities = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            probabilities.add(c == answer ? 0.8 : 0.2 / (counts.length - 1));
        }
        return probabilities;
    }
}

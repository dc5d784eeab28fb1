package org.facies.audit;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How good probabilities are, with each row counted as often as its weight says. */
final class Judgements {
    private final int[] labels;
    private final int classes;
    private final int[] predicted;
    private final int[][] order;
    private final boolean[][] endsTie;

    /**
     * Sorts once.
     *
     * @param probabilities double[n][classes]
     * @param labels int[n]
     */
    Judgements(double[][] probabilities, int[] labels, int classes) {
        this.labels = labels.clone();
        this.classes = classes;
        this.predicted = new int[labels.length];
        this.order = new int[classes][];
        this.endsTie = new boolean[classes][labels.length];
        for (int i = 0; i < labels.length; i++) {
            for (int c = 1; c < classes; c++) {
                if (probabilities[i][c] > probabilities[i][predicted[i]]) {
                    predicted[i] = c;
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            int column = c;
            order[c] = IntStream.range(0, labels.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> probabilities[i][column]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int rank = 0; rank < labels.length; rank++) {
                endsTie[c][rank] = rank + 1 == labels.length
                        || probabilities[order[c][rank]][c] != probabilities[order[c][rank + 1]][c];
            }
        }
    }

    /** Mean of the classes' recalls, 0 to 1; classes without weight do not count, NaN without any. */
    double balancedAccuracy(int[] weights) {
        long[] hits = new long[classes];
        long[] totals = new long[classes];
        for (int i = 0; i < labels.length; i++) {
            totals[labels[i]] += weights[i];
            hits[labels[i]] += predicted[i] == labels[i] ? weights[i] : 0;
        }
        return IntStream.range(0, classes)
                .filter(c -> totals[c] > 0)
                .mapToDouble(c -> (double) hits[c] / totals[c])
                .average()
                .orElse(Double.NaN);
    }

    /** Mean over classes of the area under the ROC curve of the class against all others, 0 to 1; NaN if one has none. */
    double auc(int[] weights) {
        return IntStream.range(0, classes)
                .mapToDouble(c -> auc(c, weights))
                .average()
                .orElse(Double.NaN);
    }

    private double auc(int c, int[] weights) {
        long negatives = 0;
        long positives = 0;
        long tiedNegatives = 0;
        long tiedPositives = 0;
        double wins = 0;
        for (int rank = 0; rank < labels.length; rank++) {
            int i = order[c][rank];
            if (labels[i] == c) {
                tiedPositives += weights[i];
            } else {
                tiedNegatives += weights[i];
            }
            if (endsTie[c][rank]) {
                wins += tiedPositives * (negatives + tiedNegatives / 2.0);
                positives += tiedPositives;
                negatives += tiedNegatives;
                tiedPositives = 0;
                tiedNegatives = 0;
            }
        }
        return wins / positives / negatives;
    }
}

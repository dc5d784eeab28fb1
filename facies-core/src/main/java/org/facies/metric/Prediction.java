package org.facies.metric;

import java.util.List;
import java.util.Objects;

/**
 * What one model said of one photo that it had not been trained on.
 *
 * @param fold the fold that tested the photo
 * @param photo the photo's path in the manifest
 * @param diagnosis the true class
 * @param probabilities per class, in the table's class order: finite, not negative, with a positive sum; kept
 *     as given, and divided by their sum when evaluated
 */
public record Prediction(
        String model, int fold, String photo, String subject, String diagnosis, List<Double> probabilities) {
    public Prediction {
        Objects.requireNonNull(model);
        Objects.requireNonNull(photo);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(diagnosis);
        if (fold < 0) {
            throw new IllegalArgumentException("fold " + fold + " is negative");
        }
        probabilities = List.copyOf(probabilities);
        check(probabilities);
    }

    /** Position of the largest probability; the first of equals. */
    public int predictedIndex() {
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            if (probabilities.get(i) > probabilities.get(best)) {
                best = i;
            }
        }
        return best;
    }

    private static void check(List<Double> scores) {
        double sum = 0;
        for (double score : scores) {
            if (!(score >= 0) || Double.isInfinite(score)) {
                throw new IllegalArgumentException("not a probability: " + score);
            }
            sum += score;
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("probabilities sum to " + sum);
        }
    }
}

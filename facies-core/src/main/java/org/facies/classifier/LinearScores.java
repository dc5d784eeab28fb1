package org.facies.classifier;

/**
 * The last step of linear discriminant analysis with equal priors. The score of a class is linear in the features,
 * {@code x·dᵢ − mᵢ·dᵢ / 2}; the softmax of the scores gives the probabilities (Hastie, Tibshirani and Friedman 2009,
 * eq. 4.10).
 */
public final class LinearScores {
    private final double[][] directions;
    private final double[] offsets;

    /**
     * Prepares the offsets.
     *
     * @param means double[classes][d], the class means
     * @param directions double[classes][d], the means in units of the spread; the means themselves if the features are
     *     whitened
     * @param counts int[classes], the number of examples; a class without an example is never predicted
     */
    public LinearScores(double[][] means, double[][] directions, int[] counts) {
        this.directions = directions.clone();
        this.offsets = new double[counts.length];
        for (int c = 0; c < offsets.length; c++) {
            offsets[c] = counts[c] == 0 ? Double.NEGATIVE_INFINITY : -dot(means[c], directions[c]) / 2;
        }
    }

    double[][] directions() {
        return directions.clone();
    }

    double[] offsets() {
        return offsets.clone();
    }

    /**
     * The class probabilities, with equal priors.
     *
     * @param features double[d]
     * @return double[classes], summing to 1
     */
    public double[] probabilities(double[] features) {
        double[] scores = offsets.clone();
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            scores[c] += dot(features, directions[c]);
            largest = Math.max(largest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - largest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return scores;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}

package org.facies.classifier;

import java.util.List;
import org.facies.statistic.Cholesky;
import org.facies.statistic.Shrinkage;

/**
 * The plainest classifier of embeddings that looks in all directions: distances to the class means, in units of the
 * spread within classes (linear discriminant analysis with equal priors; Hastie, Tibshirani and Friedman 2009, section
 * 4.3). The covariance is shrunk towards its mean variance, so that few photos suffice.
 */
public final class LinearDiscriminant {

    private static final Shrinkage SHRINKAGE = new Shrinkage(0.3, Double.MIN_NORMAL);

    private final LinearScores scores;

    /**
     * Learns.
     *
     * @param moments of what to learn from, at least one embedding; a class without one is never predicted
     */
    public LinearDiscriminant(ClassMoments moments) {
        int classes = moments.classes();
        Cholesky covariance = Cholesky.of(SHRINKAGE.of(moments.within()));
        double[][] means = new double[classes][];
        double[][] directions = new double[classes][];
        int[] counts = new int[classes];
        for (int c = 0; c < classes; c++) {
            means[c] = moments.mean(c);
            directions[c] = covariance.solve(means[c]);
            counts[c] = moments.count(c);
        }
        this.scores = new LinearScores(means, directions, counts);
    }

    /**
     * Learns.
     *
     * @param embeddings double[n][d], n at least 1
     * @param labels class of each, from 0
     * @param classes how many; one without an example is never predicted
     */
    public static LinearDiscriminant of(List<double[]> embeddings, int[] labels, int classes) {
        ClassMoments moments = new ClassMoments(embeddings.get(0).length, classes);
        for (int i = 0; i < labels.length; i++) {
            moments.add(embeddings.get(i), labels[i]);
        }
        return new LinearDiscriminant(moments);
    }

    /**
     * What a class's score is made with: {@code score = x · direction + offset}, and the softmax of the scores gives
     * the probabilities.
     *
     * @return double[classes][d]
     */
    public double[][] directions() {
        return scores.directions();
    }

    /** double[classes]; {@link Double#NEGATIVE_INFINITY} for a class without an example. */
    public double[] offsets() {
        return scores.offsets();
    }

    /**
     * How probable each class is, all being equally frequent.
     *
     * @param embedding double[d]
     * @return double[classes], summing to 1
     */
    public double[] probabilities(double[] embedding) {
        return scores.probabilities(embedding);
    }
}

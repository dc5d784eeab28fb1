package org.facies.classifier;

import java.util.List;
import org.facies.statistic.Cholesky;
import org.facies.statistic.Shrinkage;

/**
 * Linear discriminant analysis of embeddings with equal priors: it compares the distances to the class means, in units
 * of the spread within classes (Hastie, Tibshirani and Friedman 2009, section 4.3). The covariance is shrunk towards
 * its mean variance, so that few photos suffice.
 */
public final class LinearDiscriminant {

    private static final Shrinkage SHRINKAGE = new Shrinkage(0.3, Double.MIN_NORMAL);

    private final LinearScores scores;

    /**
     * Fits the classifier.
     *
     * @param moments of at least one embedding; a class without an embedding is never predicted
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
     * Fits the classifier.
     *
     * @param embeddings double[n][d], n at least 1
     * @param labels int[n], the class of each embedding, from 0
     * @param classes the number of classes; a class without an embedding is never predicted
     */
    public static LinearDiscriminant of(List<double[]> embeddings, int[] labels, int classes) {
        ClassMoments moments = new ClassMoments(embeddings.get(0).length, classes);
        for (int i = 0; i < labels.length; i++) {
            moments.add(embeddings.get(i), labels[i]);
        }
        return new LinearDiscriminant(moments);
    }

    /**
     * The coefficients of the scores: {@code score = x · direction + offset}. The softmax of the scores gives the
     * probabilities.
     *
     * @return double[classes][d]
     */
    public double[][] directions() {
        return scores.directions();
    }

    /** The offsets, double[classes]; {@link Double#NEGATIVE_INFINITY} for a class without an embedding. */
    public double[] offsets() {
        return scores.offsets();
    }

    /**
     * The class probabilities, with equal priors.
     *
     * @param embedding double[d]
     * @return double[classes], summing to 1
     */
    public double[] probabilities(double[] embedding) {
        return scores.probabilities(embedding);
    }
}

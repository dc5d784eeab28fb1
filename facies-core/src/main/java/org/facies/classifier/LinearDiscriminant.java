package org.facies.classifier;

import java.util.List;
import org.facies.statistic.Cholesky;

/**
 * The plainest classifier of embeddings that looks in all directions: distances to the class means, in units of the spread
 * within classes (linear discriminant analysis with equal priors; Hastie, Tibshirani and Friedman 2009, section 4.3). The
 * covariance is shrunk towards its mean variance, so that few photos suffice.
 */
public final class LinearDiscriminant {

    /** Share of the mean variance that is added to every variance. */
    private static final double SHRINKAGE = 0.3;

    private final LinearScores scores;

    /**
     * Learns.
     *
     * @param moments of what to learn from, at least one embedding; a class without one is never predicted
     */
    public LinearDiscriminant(ClassMoments moments) {
        int classes = moments.classes();
        Cholesky covariance = Cholesky.of(shrunk(moments.within()));
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
     * How probable each class is, all being equally frequent.
     *
     * @param embedding double[d]
     * @return double[classes], summing to 1
     */
    public double[] probabilities(double[] embedding) {
        return scores.probabilities(embedding);
    }

    /** In place: the lower triangle of a covariance with a part of its mean variance added to each variance. */
    private static double[][] shrunk(double[][] covariance) {
        int d = covariance.length;
        double trace = 0;
        for (int j = 0; j < d; j++) {
            trace += covariance[j][j];
        }
        for (int j = 0; j < d; j++) {
            covariance[j][j] += Math.max(SHRINKAGE * trace / d, Double.MIN_NORMAL);
        }
        return covariance;
    }
}

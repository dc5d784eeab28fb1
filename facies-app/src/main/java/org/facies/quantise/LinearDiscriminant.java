package org.facies.quantise;

import java.util.List;

/**
 * The plainest classifier of embeddings that looks in all directions: distances to the class means, in units of the spread
 * within classes (linear discriminant analysis with equal priors; Hastie, Tibshirani and Friedman 2009, section 4.3). The
 * covariance is shrunk towards its mean variance, so that few photos suffice.
 */
final class LinearDiscriminant {

    /** Share of the mean variance that is added to every variance. */
    private static final double SHRINKAGE = 0.3;

    private final double[][] directions;
    private final double[] offsets;

    /**
     * Learns.
     *
     * @param embeddings double[n][d]
     * @param labels class of each, from 0
     * @param classes how many; one without an example is never predicted
     */
    LinearDiscriminant(List<double[]> embeddings, int[] labels, int classes) {
        int d = embeddings.get(0).length;
        int[] counts = new int[classes];
        double[][] means = new double[classes][d];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            add(means[labels[i]], embeddings.get(i), 1);
        }
        for (int c = 0; c < classes; c++) {
            for (int j = 0; counts[c] > 0 && j < d; j++) {
                means[c][j] /= counts[c];
            }
        }
        double[][] factor = cholesky(spread(embeddings, labels, means));
        this.directions = new double[classes][];
        this.offsets = new double[classes];
        for (int c = 0; c < classes; c++) {
            directions[c] = solve(factor, means[c]);
            offsets[c] = counts[c] == 0 ? Double.NEGATIVE_INFINITY : -dot(means[c], directions[c]) / 2;
        }
    }

    /** double[classes], summing to 1. */
    double[] probabilities(double[] embedding) {
        double[] scores = offsets.clone();
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            scores[c] += dot(embedding, directions[c]);
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

    /** The lower triangle of the shrunk covariance within classes. */
    private static double[][] spread(List<double[]> embeddings, int[] labels, double[][] means) {
        int n = labels.length;
        int d = means[0].length;
        double[][] spread = new double[d][d];
        for (int i = 0; i < n; i++) {
            double[] centred = embeddings.get(i).clone();
            add(centred, means[labels[i]], -1);
            for (int row = 0; row < d; row++) {
                for (int column = 0; column <= row; column++) {
                    spread[row][column] += centred[row] * centred[column] / n;
                }
            }
        }
        double trace = 0;
        for (int j = 0; j < d; j++) {
            trace += spread[j][j];
        }
        for (int j = 0; j < d; j++) {
            spread[j][j] += Math.max(SHRINKAGE * trace / d, Double.MIN_NORMAL);
        }
        return spread;
    }

    /** In place: the lower L with L·Lᵀ the given matrix. */
    private static double[][] cholesky(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= matrix[row][k] * matrix[column][k];
                }
                matrix[row][column] = row == column ? Math.sqrt(rest) : rest / matrix[column][column];
            }
        }
        return matrix;
    }

    /** x with L·Lᵀ·x = b. */
    private static double[] solve(double[][] lower, double[] b) {
        double[] x = b.clone();
        for (int row = 0; row < x.length; row++) {
            for (int k = 0; k < row; k++) {
                x[row] -= lower[row][k] * x[k];
            }
            x[row] /= lower[row][row];
        }
        for (int row = x.length - 1; row >= 0; row--) {
            for (int k = row + 1; k < x.length; k++) {
                x[row] -= lower[k][row] * x[k];
            }
            x[row] /= lower[row][row];
        }
        return x;
    }

    private static void add(double[] sum, double[] vector, double times) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += times * vector[j];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}

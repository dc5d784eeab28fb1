package org.facies.novelty;

import java.util.List;
import java.util.function.Function;

/**
 * A covariance matrix shrunk towards a multiple of the identity, so that it can be inverted however few subjects there
 * are. How far is computed from the data (Ledoit and Wolf 2004, "A well-conditioned estimator for large-dimensional
 * covariance matrices", lemma 3.1 and section 3.2). Each subject counts once, however many photos it has: in the
 * formulas, the outer product of an observation is the mean of those of the subject's photos.
 *
 * @param values double[size][size], symmetric
 * @param shrinkage share of the identity, from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ShrunkenCovariance(double[][] values, double shrinkage) {

    /**
     * Estimates it.
     *
     * @param subjects at least one
     * @param residuals of a subject's photos: double[size] each, the mean taken off; asked for twice, so that they need
     *     not be kept
     */
    static <T> ShrunkenCovariance of(List<T> subjects, Function<T, List<double[]>> residuals) {
        double[][] sample = sample(subjects, residuals);
        int size = sample.length;
        double level = trace(sample) / size;
        double ofSample = 0;
        double fromIdentity = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                ofSample += sample[i][j] * sample[i][j];
                double gap = sample[i][j] - (i == j ? level : 0);
                fromIdentity += gap * gap;
            }
        }
        double count = subjects.size();
        double noise = (subjects.stream()
                                        .mapToDouble(subject -> squaredNorm(residuals.apply(subject)))
                                        .sum()
                                / count
                        - ofSample)
                / count;
        double shrinkage = fromIdentity > 0 ? Math.min(1, Math.max(0, noise) / fromIdentity) : 1;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sample[i][j] = (1 - shrinkage) * sample[i][j] + (i == j ? shrinkage * level : 0);
            }
        }
        return new ShrunkenCovariance(sample, shrinkage);
    }

    private static <T> double[][] sample(List<T> subjects, Function<T, List<double[]>> residuals) {
        int size = residuals.apply(subjects.get(0)).get(0).length;
        double[][] sample = new double[size][size];
        for (T subject : subjects) {
            List<double[]> own = residuals.apply(subject);
            double weight = 1.0 / own.size() / subjects.size();
            for (double[] residual : own) {
                for (int i = 0; i < size; i++) {
                    double weighted = weight * residual[i];
                    for (int j = 0; j <= i; j++) {
                        sample[i][j] += weighted * residual[j];
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                sample[j][i] = sample[i][j];
            }
        }
        return sample;
    }

    /** Of the mean outer product of a subject's photos: the mean of the squared inner products of all pairs. */
    private static double squaredNorm(List<double[]> own) {
        double sum = 0;
        for (double[] one : own) {
            for (double[] other : own) {
                double inner = 0;
                for (int i = 0; i < one.length; i++) {
                    inner += one[i] * other[i];
                }
                sum += inner * inner;
            }
        }
        return sum / own.size() / own.size();
    }

    double trace() {
        return trace(values);
    }

    private static double trace(double[][] matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) {
            trace += matrix[i][i];
        }
        return trace;
    }

    /**
     * The inverse of the Cholesky factor: the squared length of {@code whitening · x} is the squared Mahalanobis length
     * of x.
     *
     * @return double[size][size], zero above the diagonal
     */
    double[][] whitening() {
        double[][] factor = cholesky();
        int size = factor.length;
        double[][] inverse = new double[size][size];
        for (int column = 0; column < size; column++) {
            inverse[column][column] = 1 / factor[column][column];
            for (int i = column + 1; i < size; i++) {
                double sum = 0;
                for (int j = column; j < i; j++) {
                    sum += factor[i][j] * inverse[j][column];
                }
                inverse[i][column] = -sum / factor[i][i];
            }
        }
        return inverse;
    }

    private double[][] cholesky() {
        int size = values.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double left = values[i][j];
                for (int k = 0; k < j; k++) {
                    left -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(left) : left / factor[j][j];
            }
        }
        return factor;
    }
}

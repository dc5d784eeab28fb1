package org.facies.audit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facies.classifier.LinearScores;
import org.facies.statistic.Cholesky;
import org.facies.statistic.Shrinkage;

/**
 * How well labels can be told from features by a regularised linear rule, out of fold: distances to the class means in
 * the space in which the features are uncorrelated (linear discriminant analysis with the total covariance, which has
 * the same directions; Hastie, Tibshirani and Friedman 2009, section 4.3). The transformation does not depend on the
 * labels, so other labels cost little: that makes permutation tests quick.
 */
final class LinearProbe {

    private static final Shrinkage SHRINKAGE = new Shrinkage(0.1, 1e-9);

    private final int[] folds;
    private final double[][][] whitened;

    /**
     * Prepares the features.
     *
     * @param rows double[n][d], finite
     * @param folds int[n], the fold that tests each row, from 0
     */
    LinearProbe(double[][] rows, int[] folds) {
        this.folds = folds.clone();
        int k = 0;
        for (int fold : folds) {
            k = Math.max(k, fold + 1);
        }
        this.whitened = new double[k][][];
        IntStream.range(0, k).parallel().forEach(fold -> whitened[fold] = whitened(rows, fold));
    }

    /**
     * Learns in all other folds and judges each row.
     *
     * @param labels int[n], classes from 0
     * @param classes how many; one without an example in training is never predicted
     * @return double[n][classes], probabilities with all classes equally frequent
     */
    double[][] probabilities(int[] labels, int classes) {
        double[][] result = new double[labels.length][];
        for (int fold = 0; fold < whitened.length; fold++) {
            double[][] rows = whitened[fold];
            int d = rows[0].length;
            double[][] means = new double[classes][d];
            int[] counts = new int[classes];
            for (int i = 0; i < rows.length; i++) {
                if (folds[i] != fold) {
                    counts[labels[i]]++;
                    add(means[labels[i]], rows[i]);
                }
            }
            for (int c = 0; c < classes; c++) {
                for (int j = 0; j < d; j++) {
                    means[c][j] /= Math.max(1, counts[c]);
                }
            }
            LinearScores scores = new LinearScores(means, means, counts);
            for (int i = 0; i < rows.length; i++) {
                if (folds[i] == fold) {
                    result[i] = scores.probabilities(rows[i]);
                }
            }
        }
        return result;
    }

    /** All rows, standardised and made uncorrelated by what the other folds say. */
    private double[][] whitened(double[][] rows, int fold) {
        double[][] standard = Standardised.of(rows, i -> folds[i] != fold);
        Cholesky factor = Cholesky.of(SHRINKAGE.of(covariance(standard, fold)));
        return Arrays.stream(standard).map(factor::whiten).toArray(double[][]::new);
    }

    private double[][] covariance(double[][] rows, int fold) {
        int d = rows[0].length;
        double[][] covariance = new double[d][d];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (folds[i] != fold) {
                n++;
                for (int j = 0; j < d; j++) {
                    double factor = rows[i][j];
                    for (int l = 0; l <= j; l++) {
                        covariance[j][l] += factor * rows[i][l];
                    }
                }
            }
        }
        for (double[] line : covariance) {
            for (int l = 0; l < d; l++) {
                line[l] /= Math.max(1, n);
            }
        }
        return covariance;
    }

    private static void add(double[] sum, double[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }
}

package org.facies.audit;

import java.util.stream.IntStream;
import org.facies.classifier.LinearScores;
import org.facies.statistic.Cholesky;
import org.facies.statistic.Shrinkage;

/**
 * Predicts labels from features out of fold, with a regularised linear rule: distances to the class means after the
 * features are decorrelated (linear discriminant analysis with the total covariance, which has the same directions;
 * Hastie, Tibshirani and Friedman 2009, section 4.3). The transformation does not depend on the labels, so it is
 * computed once for all permutations of a test.
 */
final class LinearProbe {

    private static final Shrinkage SHRINKAGE = new Shrinkage(0.1, 1e-9);

    /** Rows of the covariance that are updated together, so that a row of features is read once for all of them. */
    private static final int LINES = 32;

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
        IntStream.range(0, k).parallel().forEach(fold -> whitened[fold] = whitened(rows, folds, fold));
    }

    /**
     * The same result as {@link #probabilities} of a new probe, bit for bit, for features that are used once. Works
     * fold by fold, so that memory holds the transformed features of one fold only.
     *
     * @return double[n][classes], probabilities with all classes equally frequent
     */
    static double[][] once(double[][] rows, int[] folds, int[] labels, int classes) {
        double[][] result = new double[rows.length][];
        int k = IntStream.of(folds).max().orElse(-1) + 1;
        for (int fold = 0; fold < k; fold++) {
            judge(whitened(rows, folds, fold), folds, fold, labels, classes, result);
        }
        return result;
    }

    /**
     * Predicts each row with a rule fitted on the other folds.
     *
     * @param labels int[n], classes from 0
     * @param classes how many; one without an example in training is never
     *     predicted
     * @return double[n][classes], probabilities with all classes equally frequent
     */
    double[][] probabilities(int[] labels, int classes) {
        double[][] result = new double[labels.length][];
        for (int fold = 0; fold < whitened.length; fold++) {
            judge(whitened[fold], folds, fold, labels, classes, result);
        }
        return result;
    }

    /** Puts the probabilities of a fold's rows in their places. */
    private static void judge(double[][] rows, int[] folds, int fold, int[] labels, int classes, double[][] result) {
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

    /** All rows, standardised and decorrelated with means and covariances of the other folds. */
    private static double[][] whitened(double[][] rows, int[] folds, int fold) {
        double[][] table = Standardised.of(rows, i -> folds[i] != fold);
        Cholesky factor = Cholesky.of(SHRINKAGE.of(covariance(table, folds, fold)));
        IntStream.range(0, table.length).parallel().forEach(i -> table[i] = factor.whiten(table[i]));
        return table;
    }

    /**
     * Sums are taken in the order of the rows, whatever the number of threads: one thread computes each block.
     */
    private static double[][] covariance(double[][] rows, int[] folds, int fold) {
        int d = rows[0].length;
        int[] counted =
                IntStream.range(0, rows.length).filter(i -> folds[i] != fold).toArray();
        double[][] covariance = new double[d][d];
        IntStream.range(0, (d + LINES - 1) / LINES).parallel().forEach(block -> {
            int first = block * LINES;
            int end = Math.min(d, first + LINES);
            for (int i : counted) {
                addProducts(rows[i], covariance, first, end);
            }
            for (int j = first; j < end; j++) {
                for (int l = 0; l < d; l++) {
                    covariance[j][l] /= Math.max(1, counted.length);
                }
            }
        });
        return covariance;
    }

    private static void addProducts(double[] row, double[][] covariance, int first, int end) {
        for (int j = first; j < end; j++) {
            double[] line = covariance[j];
            double factor = row[j];
            for (int l = 0; l <= j; l++) {
                line[l] += factor * row[l];
            }
        }
    }

    private static void add(double[] sum, double[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }
}

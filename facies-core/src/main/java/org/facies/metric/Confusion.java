package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A confusion matrix and what follows from it. Undefined is NaN: precision of a class never predicted, recall of a
 * class without cases, F1 of a class with neither, and every macro mean over such a value. A case without an answer is
 * classified incorrectly, and predicted to be of no class.
 */
final class Confusion {
    private final long[][] counts;
    private final long[] truth;
    private final long[] predicted;
    private final long unanswered;
    private final long n;
    private final long correct;

    /**
     * Keeps the array.
     *
     * @param counts long[classes][classes], rows the truth, columns the prediction; or with one more column, of cases
     *     without an answer
     */
    Confusion(long[][] counts) {
        this.counts = counts;
        int classes = counts.length;
        this.truth = new long[classes];
        this.predicted = new long[classes];
        long all = 0;
        long diagonal = 0;
        long none = 0;
        for (int t = 0; t < classes; t++) {
            diagonal += counts[t][t];
            for (int p = 0; p < classes; p++) {
                truth[t] += counts[t][p];
                predicted[p] += counts[t][p];
            }
            for (int p = classes; p < counts[t].length; p++) {
                truth[t] += counts[t][p];
                none += counts[t][p];
            }
            all += truth[t];
        }
        this.unanswered = none;
        this.correct = diagonal;
        this.n = all;
    }

    /**
     * The matrix without some cases of one class.
     *
     * @param truth their class
     * @param byAnswer int[columns], how many of them were predicted to be of each class
     */
    Confusion without(int truth, int[] byAnswer) {
        long[][] left = counts.clone();
        left[truth] = counts[truth].clone();
        for (int p = 0; p < byAnswer.length; p++) {
            left[truth][p] -= byAnswer[p];
        }
        return new Confusion(left);
    }

    /** [classes][classes], rows the truth, columns the prediction; cases without an answer are in none. */
    List<List<Long>> rows() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).limit(classes()).boxed().toList())
                .toList();
    }

    /** The columns of the matrix: one for each class, and one more where there may be cases without an answer. */
    int columns() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    int classes() {
        return counts.length;
    }

    long n() {
        return n;
    }

    long correct() {
        return correct;
    }

    long correct(int c) {
        return counts[c][c];
    }

    /** Cases of the class. */
    long support(int c) {
        return truth[c];
    }

    /** Cases of each class: a new array. */
    long[] supports() {
        return truth.clone();
    }

    /** Cases that were predicted to be of the class. */
    long predicted(int c) {
        return predicted[c];
    }

    /** Cases of other classes that were predicted to be of others. */
    long trueNegatives(int c) {
        return n - truth[c] - predicted[c] + counts[c][c];
    }

    double accuracy() {
        return ratio(correct, n);
    }

    double precision(int c) {
        return ratio(counts[c][c], predicted[c]);
    }

    double recall(int c) {
        return ratio(counts[c][c], truth[c]);
    }

    double specificity(int c) {
        return ratio(trueNegatives(c), n - truth[c]);
    }

    double f1(int c) {
        return ratio(2 * counts[c][c], truth[c] + predicted[c]);
    }

    /** Mean recall over the classes that have cases. */
    double balancedAccuracy() {
        double sum = 0;
        int known = 0;
        for (int c = 0; c < classes(); c++) {
            sum += truth[c] > 0 ? recall(c) : 0;
            known += truth[c] > 0 ? 1 : 0;
        }
        return sum / known;
    }

    /** Unweighted mean over all classes. */
    double macro(IntToDoubleFunction ofClass) {
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += ofClass.applyAsDouble(c);
        }
        return sum / classes();
    }

    /** Mean F1 weighted by support. */
    double weightedF1() {
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += truth[c] == 0 ? 0 : f1(c) * truth[c];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Agreement beyond chance (Cohen 1960); NaN if chance alone would agree always. */
    double kappa() {
        double chance = dot(truth, predicted);
        double square = (double) n * n;
        return square == chance ? Double.NaN : ((double) correct * n - chance) / (square - chance);
    }

    /**
     * Matthews' coefficient for several classes (Gorodkin 2004); NaN if all cases or all predictions are of one class.
     */
    double mcc() {
        double square = (double) n * n;
        double answers = dot(predicted, predicted) + (double) unanswered * unanswered;
        double spread = (square - answers) * (square - dot(truth, truth));
        return spread == 0 ? Double.NaN : ((double) correct * n - dot(truth, predicted)) / Math.sqrt(spread);
    }

    private static double dot(long[] a, long[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}

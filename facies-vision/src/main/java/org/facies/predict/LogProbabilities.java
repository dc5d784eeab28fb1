package org.facies.predict;

import java.util.List;

/** Natural logarithms of probabilities, computed so that nothing rounds to zero on the way. */
public final class LogProbabilities {

    private LogProbabilities() {}

    /**
     * The logarithm of softmax.
     *
     * @param logits float[classes], finite
     * @return double[classes], at most 0 up to rounding
     */
    public static double[] ofLogits(float[] logits) {
        double[] wide = new double[logits.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = logits[i];
        }
        double total = logSumExp(wide);
        for (int i = 0; i < wide.length; i++) {
            wide[i] -= total;
        }
        return wide;
    }

    /**
     * The logarithm of the mean of probabilities, class by class.
     *
     * @param rows double[rows][classes], logarithms of probabilities; at least one row
     * @return double[classes]
     */
    static double[] ofMean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        double[] column = new double[rows.size()];
        for (int i = 0; i < mean.length; i++) {
            for (int row = 0; row < column.length; row++) {
                column[row] = rows.get(row)[i];
            }
            mean[i] = logSumExp(column) - Math.log(column.length);
        }
        return mean;
    }

    private static double logSumExp(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - largest);
        }
        return largest + Math.log(sum);
    }
}

package org.facies.metric;

import java.util.List;

/** Combines the probabilities of a child's photos. */
public final class Pooling {

    private Pooling() {}

    /**
     * The mean of the probabilities of several photos, each divided by its sum first.
     *
     * @param photos one list of class probabilities for each photo, not negative, with a positive sum; at least one
     *     photo
     * @return double[classes], summing to 1
     */
    public static double[] mean(List<List<Double>> photos) {
        double[] sum = new double[photos.get(0).size()];
        for (List<Double> photo : photos) {
            add(normalised(array(photo)), sum);
        }
        return normalised(sum);
    }

    static double[] array(List<Double> probabilities) {
        double[] scores = new double[probabilities.size()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = probabilities.get(c);
        }
        return scores;
    }

    static void add(double[] photo, double[] sum) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += photo[c];
        }
    }

    static double[] normalised(double[] scores) {
        double total = 0;
        for (double score : scores) {
            total += score;
        }
        double[] shares = new double[scores.length];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = scores[c] / total;
        }
        return shares;
    }
}

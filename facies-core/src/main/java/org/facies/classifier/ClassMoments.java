package org.facies.classifier;

import java.util.List;

/**
 * Counts, sums and products of embeddings by class, from which a linear discriminant is fitted. The moments of several
 * folds can be added, so that cross-validation reads the embeddings only once.
 *
 * <p>The products are not centred. Embeddings of length 1 lose no accuracy by that; numbers far from zero would.
 */
public final class ClassMoments {
    private final int[] counts;
    private final double[][] sums;
    private final double[][] products;

    /**
     * Moments of no embeddings.
     *
     * @param size d, the length of an embedding
     * @param classes the number of classes
     */
    public ClassMoments(int size, int classes) {
        this.counts = new int[classes];
        this.sums = new double[classes][size];
        this.products = new double[size][];
        for (int row = 0; row < size; row++) {
            products[row] = new double[row + 1];
        }
    }

    /**
     * Adds one embedding.
     *
     * @param embedding double[d], finite
     * @param label its class, from 0
     */
    public void add(double[] embedding, int label) {
        counts[label]++;
        for (int row = 0; row < embedding.length; row++) {
            double factor = embedding[row];
            double[] target = products[row];
            sums[label][row] += factor;
            for (int column = 0; column <= row; column++) {
                target[column] += factor * embedding[column];
            }
        }
    }

    /**
     * The moments of all embeddings together.
     *
     * @param parts at least one, all of the same size and classes
     */
    public static ClassMoments sum(List<ClassMoments> parts) {
        ClassMoments sum = new ClassMoments(parts.get(0).size(), parts.get(0).classes());
        parts.forEach(sum::add);
        return sum;
    }

    private void add(ClassMoments other) {
        for (int c = 0; c < counts.length; c++) {
            counts[c] += other.counts[c];
            accumulate(sums[c], other.sums[c]);
        }
        for (int row = 0; row < products.length; row++) {
            accumulate(products[row], other.products[row]);
        }
    }

    private static void accumulate(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    int size() {
        return products.length;
    }

    int classes() {
        return counts.length;
    }

    int count(int label) {
        return counts[label];
    }

    /** The mean of a class, double[d]; all zeros for a class without an embedding. */
    double[] mean(int label) {
        double[] mean = sums[label].clone();
        for (int j = 0; counts[label] > 0 && j < mean.length; j++) {
            mean[j] /= counts[label];
        }
        return mean;
    }

    /** The lower triangle of the within-class covariance, divided by the number of embeddings. */
    double[][] within() {
        int n = 0;
        for (int count : counts) {
            n += count;
        }
        double[][] within = new double[products.length][];
        for (int row = 0; row < within.length; row++) {
            within[row] = products[row].clone();
            for (int c = 0; c < counts.length; c++) {
                double share = counts[c] == 0 ? 0 : sums[c][row] / counts[c];
                for (int column = 0; column <= row; column++) {
                    within[row][column] -= share * sums[c][column];
                }
            }
            for (int column = 0; column <= row; column++) {
                within[row][column] /= n;
            }
        }
        return within;
    }
}

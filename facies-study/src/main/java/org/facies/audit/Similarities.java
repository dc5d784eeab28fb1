package org.facies.audit;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The dot products of two sets of vectors, computed in blocks of rows, so that memory does not grow with the square of
 * their number.
 */
final class Similarities {
    private static final int BLOCK = 64;

    private final float[][] left;
    private final float[] rightByDimension;
    private final int n;

    /**
     * Prepares the vectors.
     *
     * @param left float[m][d]
     * @param right float[n][d]
     */
    Similarities(float[][] left, float[][] right) {
        this.left = left;
        this.n = right.length;
        int d = n == 0 ? 0 : right[0].length;
        this.rightByDimension = new float[d * n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < d; k++) {
                rightByDimension[k * n + j] = right[j][k];
            }
        }
    }

    /**
     * The products of one vector of the left set with all vectors of the right one.
     *
     * @param row index in the left set
     * @param products float[n]; the array is reused, so copy it to keep it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, not kept
    record Row(int row, float[] products) {}

    /** Passes the rows to the consumer, in order. */
    void forEach(Consumer<Row> consumer) {
        for (int from = 0; from < left.length; from += BLOCK) {
            int start = from;
            int rows = Math.min(BLOCK, left.length - from);
            float[][] block = new float[rows][n];
            IntStream.range(0, rows).parallel().forEach(i -> fill(left[start + i], block[i]));
            for (int i = 0; i < rows; i++) {
                consumer.accept(new Row(from + i, block[i]));
            }
        }
    }

    private void fill(float[] vector, float[] products) {
        for (int k = 0; k < vector.length; k++) {
            float factor = vector[k];
            int offset = k * n;
            for (int j = 0; j < n; j++) {
                products[j] += factor * rightByDimension[offset + j];
            }
        }
    }
}

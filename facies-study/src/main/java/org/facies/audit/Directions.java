package org.facies.audit;

/** Vectors and their directions. */
final class Directions {

    private Directions() {}

    /** A new vector in the same direction; zero stays zero. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        float[] unit = new float[vector.length];
        for (int j = 0; j < unit.length && length > 0; j++) {
            unit[j] = (float) (vector[j] / length);
        }
        return unit;
    }

    /** Cosine of the angle between vectors of length 1. */
    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }

    /** @param vectors float[n][d], n at least 1 */
    static double[] mean(float[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += vector[j] / (double) vectors.length;
            }
        }
        return mean;
    }

    /** A new vector: the part that remains after the component common to all is removed. */
    static float[] less(float[] vector, double[] common) {
        float[] rest = new float[vector.length];
        for (int j = 0; j < rest.length; j++) {
            rest[j] = (float) (vector[j] - common[j]);
        }
        return rest;
    }
}

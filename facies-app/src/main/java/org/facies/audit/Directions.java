package org.facies.audit;

/** Vectors of length 1. */
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
}

package org.facies.novelty;

import java.util.Arrays;
import java.util.List;

/**
 * The distance of a face from all faces that a model was trained on: one minus the cosine to the {@link #K}th nearest
 * training photo (Sun, Ming, Zhu and Li 2022, "Out-of-distribution detection with deep nearest neighbors"). It assumes
 * nothing about the shape of the classes, and one odd training photo alone cannot make a face familiar.
 */
public final class NearestNeighbours {
    /** Which nearest photo counts. */
    public static final int K = 5;

    private final float[][] known;
    private final List<String> subjects;

    /**
     * Keeps the training photos.
     *
     * @param embeddings float[photos][embedding], of any length above zero
     * @param subjects the subject of each photo
     */
    public NearestNeighbours(float[][] embeddings, List<String> subjects) {
        if (embeddings.length != subjects.size()) {
            throw new IllegalArgumentException(embeddings.length + " embeddings of " + subjects.size() + " photos");
        }
        this.known =
                Arrays.stream(embeddings).map(NearestNeighbours::normalised).toArray(float[][]::new);
        this.subjects = List.copyOf(subjects);
    }

    /**
     * The distance of a photo, from 0 to 2; the farthest photo counts where there are fewer than {@link #K}.
     *
     * @param subject whose own photos do not count
     * @return NaN if there is no photo of another subject
     */
    public double distance(float[] embedding, String subject) {
        float[] direction = normalised(embedding);
        double[] nearest = new double[K];
        int found = 0;
        for (int i = 0; i < known.length; i++) {
            if (subjects.get(i).equals(subject)) {
                continue;
            }
            double distance = 1 - dot(direction, known[i]);
            if (found < K) {
                nearest[found++] = distance;
                Arrays.sort(nearest, 0, found);
            } else if (distance < nearest[K - 1]) {
                nearest[K - 1] = distance;
                Arrays.sort(nearest);
            }
        }
        return found == 0 ? Double.NaN : Math.max(0, nearest[found - 1]);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] normalised(float[] values) {
        double length = Math.sqrt(dot(values, values));
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("an embedding has no direction");
        }
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return unit;
    }
}

package org.facies.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a face is from all faces that a model was trained on: one minus the cosine to the {@link #K}th nearest
 * training photo (Sun, Ming, Zhu and Li 2022, "Out-of-distribution detection with deep nearest neighbors"), as a
 * multiple of what is usual among the training photos of that model, so that the models of different folds can be
 * compared. It assumes nothing about the shape of the classes, and one odd training photo alone cannot make a face
 * familiar.
 */
public final class NearestNeighbours {
    /** Which nearest photo counts. */
    public static final int K = 5;

    /** The usual distance is the median of so many training photos at most, evenly chosen. */
    private static final int MOST_FOR_USUAL = 500;

    private final float[][] known;
    private final List<String> subjects;
    private final double usual;

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
        this.usual = usual();
    }

    private double usual() {
        int chosen = Math.min(known.length, MOST_FOR_USUAL);
        double[] distances = IntStream.range(0, chosen)
                .map(i -> (int) ((long) i * known.length / chosen))
                .mapToDouble(i -> distanceOf(known[i], subjects.get(i)))
                .sorted()
                .toArray();
        return chosen == 0 ? Double.NaN : distances[chosen / 2];
    }

    /**
     * How many times the usual distance a photo is away; above zero, and for half of the training photos themselves
     * above 1.
     *
     * @param subject whose own photos do not count
     * @return NaN if there is no photo of another subject, or if half of the training photos are all the same
     */
    public double relativeDistance(float[] embedding, String subject) {
        double distance = distanceOf(normalised(embedding), subject);
        return usual > 0 ? distance / usual : Double.NaN;
    }

    /** From 0 to 2; the farthest photo counts where there are fewer than {@link #K}, NaN where there is none. */
    private double distanceOf(float[] direction, String subject) {
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

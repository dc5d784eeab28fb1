package org.facies.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds persons under two subject ids by the similarity of their mean embeddings, less what all faces have in common. What is
 * unusually similar is learnt from the cohort: each subject's most similar other subject follows a distribution of largest values
 * (Gumbel 1935), fitted to its quartiles, which a few true doubles do not move.
 */
final class PersonFinder {
    /** Chance of a subject to be in a false pair: at most one subject in a thousand. */
    private static final double FALSE_ALARMS = 0.001;

    private final float[][] means;
    private final List<float[][]> photosOfSubjects;

    /** @param embeddings for each subject float[photos][d], finite, not zero */
    PersonFinder(List<float[][]> embeddings) {
        double[] common = mean(embeddings.stream().flatMap(Arrays::stream).toArray(float[][]::new));
        this.photosOfSubjects = embeddings.stream()
                .map(photos -> Arrays.stream(photos)
                        .map(photo -> Directions.unit(less(photo, common)))
                        .toArray(float[][]::new))
                .toList();
        this.means = photosOfSubjects.stream()
                .map(photos -> Directions.unit(narrow(mean(photos))))
                .toArray(float[][]::new);
    }

    /** Two subjects that look like one person. */
    record Pair(int first, int second, double similarity) {}

    /**
     * What was found.
     *
     * @param pairs above the threshold, the most similar first
     * @param threshold cosine of mean embeddings, -1 to 1
     * @param halved subjects with several photos, divided in two as if entered twice
     * @param recognised of these, how many would be found
     */
    record Outcome(List<Pair> pairs, double threshold, int halved, int recognised) {}

    Outcome find() {
        double[] best = new double[means.length];
        Arrays.fill(best, -1);
        List<Pair> similar = new ArrayList<>();
        new Similarities(means, means).forEach(row -> {
            for (int j = 0; j < means.length; j++) {
                if (j != row.row()) {
                    best[row.row()] = Math.max(best[row.row()], row.products()[j]);
                    if (j > row.row() && row.products()[j] > 0.3) {
                        similar.add(new Pair(row.row(), j, row.products()[j]));
                    }
                }
            }
        });
        double threshold = threshold(best);
        List<Pair> pairs = similar.stream()
                .filter(pair -> pair.similarity() > threshold)
                .sorted((a, b) -> Double.compare(b.similarity(), a.similarity()))
                .toList();
        return outcome(pairs, threshold);
    }

    /** The value that a subject's best similarity exceeds by chance with probability {@link #FALSE_ALARMS}. */
    static double threshold(double[] best) {
        double[] sorted = best.clone();
        Arrays.sort(sorted);
        double lower = sorted[(sorted.length - 1) / 4];
        double median = sorted[(sorted.length - 1) / 2];
        double upper = sorted[3 * (sorted.length - 1) / 4];
        double scale = Math.max(1e-6, (upper - lower) / (gumbel(.75) - gumbel(.25)));
        return median + scale * (gumbel(1 - FALSE_ALARMS) - gumbel(.5));
    }

    /** The quantile of the standard distribution. */
    private static double gumbel(double probability) {
        return -Math.log(-Math.log(probability));
    }

    private Outcome outcome(List<Pair> pairs, double threshold) {
        int halved = 0;
        int recognised = 0;
        for (float[][] photos : photosOfSubjects) {
            if (photos.length > 1) {
                int half = photos.length / 2;
                float[] a = Directions.unit(narrow(mean(Arrays.copyOf(photos, half))));
                float[] b = Directions.unit(narrow(mean(Arrays.copyOfRange(photos, half, photos.length))));
                halved++;
                recognised += Directions.dot(a, b) > threshold ? 1 : 0;
            }
        }
        return new Outcome(pairs, threshold, halved, recognised);
    }

    private static double[] mean(float[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += vector[j] / (double) vectors.length;
            }
        }
        return mean;
    }

    private static float[] less(float[] vector, double[] common) {
        float[] rest = new float[vector.length];
        for (int j = 0; j < rest.length; j++) {
            rest[j] = (float) (vector[j] - common[j]);
        }
        return rest;
    }

    private static float[] narrow(double[] vector) {
        return less(new float[vector.length], Arrays.stream(vector).map(x -> -x).toArray());
    }
}

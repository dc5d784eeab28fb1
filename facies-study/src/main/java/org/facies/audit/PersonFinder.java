package org.facies.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds persons that occur under two subject ids, by the similarity of their mean embeddings after the mean face is
 * removed. Some faces resemble many others. The similarity of a pair is therefore the cosine minus half the mean
 * similarity of each of the two to its nearest neighbours (half of CSLS; Conneau et al. 2018, Word translation without
 * parallel data, eq. 3). The threshold comes from the cohort: the similarity of each subject to the most similar other
 * one follows a distribution of maxima (Gumbel 1935). It is fitted to the quartiles, which a few true duplicates do not
 * change.
 */
final class PersonFinder {
    /**
     * Probability that a subject is in a false pair, by the Gumbel distribution: 3 in 1,000 subjects. Cosines cannot
     * exceed 1, so the true tail is lighter: at most one false pair in 1,000 subjects in cohorts of 120 or more, two in
     * cohorts of 60 (bench/audit).
     */
    private static final double CHANCE = 0.003;

    /** Probability that a cohort without duplicates has a pair that is reported as certain. */
    private static final double CHANCE_IN_COHORT = 0.05;

    /**
     * Number of nearest neighbours; the nearest one is left out, because it may be the duplicate. Ten detect more,
     * thirty vary less in a small cohort.
     */
    private static final int NEIGHBOURS = 30;

    private final float[][] means;
    private final List<float[][]> photosOfSubjects;

    /** @param embeddings for each subject float[photos][d], finite, not zero */
    PersonFinder(List<float[][]> embeddings) {
        double[] common =
                Directions.mean(embeddings.stream().flatMap(Arrays::stream).toArray(float[][]::new));
        this.photosOfSubjects = embeddings.stream()
                .map(photos -> Arrays.stream(photos)
                        .map(photo -> Directions.unit(Directions.less(photo, common)))
                        .toArray(float[][]::new))
                .toList();
        this.means = photosOfSubjects.stream().map(PersonFinder::direction).toArray(float[][]::new);
    }

    /**
     * Two subjects that look like one person.
     *
     * @param similarity cosine of their mean embeddings minus half the mean similarity of each to its nearest
     *     neighbours
     */
    record Pair(int first, int second, double similarity) {}

    /**
     * The result of the search.
     *
     * @param pairs above the threshold, the most similar first
     * @param threshold of similarity as in {@link Pair}
     * @param certain similarity that one cohort in twenty reaches by chance
     * @param halved planted duplicates: subjects with several photos, whose photos were split between two ids @param
     *     recognised planted duplicates that were found
     */
    record Outcome(List<Pair> pairs, double threshold, double certain, int halved, int recognised) {}

    /** The expected number of pairs above the threshold in a cohort without duplicates. */
    static double pairsByChance(int subjects) {
        return subjects * CHANCE / 2;
    }

    Outcome find() {
        double[] crowding = new double[means.length];
        new Similarities(means, means).forEach(row -> crowding[row.row()] = crowding(row.products(), row.row()));
        double[] best = new double[means.length];
        new Similarities(means, means).forEach(row -> {
            double[] similarities = similarities(row, crowding);
            similarities[row.row()] = Double.NEGATIVE_INFINITY;
            best[row.row()] = Arrays.stream(similarities).max().orElseThrow();
        });
        double threshold = threshold(best, CHANCE);
        List<Pair> pairs = new ArrayList<>();
        new Similarities(means, means).forEach(row -> {
            double[] similarities = similarities(row, crowding);
            for (int j = row.row() + 1; j < similarities.length; j++) {
                if (similarities[j] > threshold) {
                    pairs.add(new Pair(row.row(), j, similarities[j]));
                }
            }
        });
        pairs.sort(Comparator.comparingDouble(Pair::similarity).reversed());
        Halves halves = halves(threshold);
        return new Outcome(
                List.copyOf(pairs),
                threshold,
                threshold(best, CHANCE_IN_COHORT / means.length),
                halves.count(),
                halves.recognised());
    }

    private static double[] similarities(Similarities.Row row, double[] crowding) {
        double[] similarities = new double[crowding.length];
        for (int j = 0; j < similarities.length; j++) {
            similarities[j] = row.products()[j] - (crowding[row.row()] + crowding[j]) / 2;
        }
        return similarities;
    }

    /**
     * Mean similarity to the {@link #NEIGHBOURS} nearest neighbours without the nearest one. A small cohort uses all
     * other subjects. 0 with fewer than three subjects.
     *
     * @param similarities float[subjects]
     * @param self index of the subject, which does not count
     */
    private static double crowding(float[] similarities, int self) {
        float[] others = new float[similarities.length - 1];
        System.arraycopy(similarities, 0, others, 0, self);
        System.arraycopy(similarities, self + 1, others, self, others.length - self);
        Arrays.sort(others);
        int to = others.length - 1;
        int from = Math.max(0, to - NEIGHBOURS);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += others[i];
        }
        return to > from ? sum / (to - from) : 0;
    }

    /** The threshold that the best similarity of a subject exceeds by chance with the given probability. */
    static double threshold(double[] best, double chance) {
        double[] sorted = best.clone();
        Arrays.sort(sorted);
        double lower = sorted[(sorted.length - 1) / 4];
        double median = sorted[(sorted.length - 1) / 2];
        double upper = sorted[3 * (sorted.length - 1) / 4];
        double scale = Math.max(1e-6, (upper - lower) / (gumbel(.75) - gumbel(.25)));
        return median + scale * (gumbel(1 - chance) - gumbel(.5));
    }

    /** The quantile of the standard distribution. */
    private static double gumbel(double probability) {
        return -Math.log(-Math.log(probability));
    }

    private record Halves(int count, int recognised) {}

    /** Compares the two halves of each subject as if they were two subjects. */
    private Halves halves(double threshold) {
        List<float[]> halves = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            float[][] photos = photosOfSubjects.get(i);
            if (photos.length > 1) {
                halves.add(direction(Arrays.copyOf(photos, photos.length / 2)));
                halves.add(direction(Arrays.copyOfRange(photos, photos.length / 2, photos.length)));
                owners.add(i);
            }
        }
        double[] crowding = new double[halves.size()];
        new Similarities(halves.toArray(float[][]::new), means)
                .forEach(row -> crowding[row.row()] = crowding(row.products(), owners.get(row.row() / 2)));
        int recognised = 0;
        for (int h = 0; h < crowding.length; h += 2) {
            double cosine = Directions.dot(halves.get(h), halves.get(h + 1));
            recognised += cosine - (crowding[h] + crowding[h + 1]) / 2 > threshold ? 1 : 0;
        }
        return new Halves(owners.size(), recognised);
    }

    private static float[] direction(float[][] photos) {
        return Directions.unit(narrow(Directions.mean(photos)));
    }

    private static float[] narrow(double[] vector) {
        float[] narrow = new float[vector.length];
        for (int j = 0; j < narrow.length; j++) {
            narrow[j] = (float) vector[j];
        }
        return narrow;
    }
}

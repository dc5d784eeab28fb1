package org.facies.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far a face is from the faces that a network was trained on: one minus the cosine to the nearest class mean
 * (Techapanurak, Suganuma and Okatani 2020, "Hyperparameter-free out-of-distribution detection using cosine
 * similarity", with class means in place of class weights), as a multiple of what is usual among the training subjects,
 * so that the networks of different folds can be compared.
 *
 * <p>It keeps no embedding of a child. Every mean is of at least {@value #FEWEST_SUBJECTS} subjects, and each subject
 * counts once in it, however many photos it has. Smaller classes share one mean; where they have too few subjects even
 * together, they share that of the smallest other class.
 *
 * <pre>{@code
 * Optional<KnownFaces> known = KnownFaces.of(embeddings, labels, subjects);
 * double distance = known.orElseThrow().relativeDistance(embedding);
 * }</pre>
 */
public final class KnownFaces {
    /** The least number of subjects that a mean is made of. */
    public static final int FEWEST_SUBJECTS = 20;

    /** Shorter vectors than this are not scaled up to length 1. */
    private static final double SHORTEST = 1e-12;

    private final List<double[]> means;
    private final double usual;

    private KnownFaces(List<double[]> means, double usual) {
        this.means = means;
        this.usual = usual;
    }

    /**
     * Fits the means.
     *
     * @param embeddings float[photos][embedding] of the training photos, of any length
     * @param labels class of each photo
     * @param subjects of each photo, any number that only this subject has
     * @return empty where there are fewer than {@value #FEWEST_SUBJECTS} subjects, or where all faces are the same to
     *     the network, so that there is nothing to compare with
     */
    public static Optional<KnownFaces> of(float[][] embeddings, int[] labels, int[] subjects) {
        if (embeddings.length != labels.length || labels.length != subjects.length) {
            throw new IllegalArgumentException(
                    embeddings.length + " embeddings, " + labels.length + " labels, " + subjects.length + " subjects");
        }
        Map<Integer, List<Integer>> photos = IntStream.range(0, subjects.length)
                .boxed()
                .collect(Collectors.groupingBy(photo -> subjects[photo], TreeMap::new, Collectors.toList()));
        if (photos.size() < FEWEST_SUBJECTS) {
            return Optional.empty();
        }
        Map<Integer, List<double[]>> directions = new TreeMap<>();
        photos.values()
                .forEach(own -> directions
                        .computeIfAbsent(labels[own.get(0)], label -> new ArrayList<>())
                        .add(mean(own.stream()
                                .map(photo -> direction(embeddings[photo]))
                                .toList())));
        List<double[]> means = groups(List.copyOf(directions.values())).stream()
                .map(group -> direction(mean(group)))
                .toList();
        KnownFaces absolute = new KnownFaces(means, 1);
        double[] distances = photos.values().stream()
                .mapToDouble(own -> own.stream()
                        .mapToDouble(photo -> absolute.relativeDistance(embeddings[photo]))
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        double usual = distances[distances.length / 2];
        return usual > SHORTEST ? Optional.of(new KnownFaces(means, usual)) : Optional.empty();
    }

    /** Every group has enough subjects, if all together have. */
    private static List<List<double[]>> groups(List<List<double[]>> classes) {
        List<List<double[]>> groups = new ArrayList<>();
        List<double[]> small = new ArrayList<>();
        for (List<double[]> own : classes) {
            if (own.size() < FEWEST_SUBJECTS) {
                small.addAll(own);
            } else {
                groups.add(new ArrayList<>(own));
            }
        }
        if (small.size() >= FEWEST_SUBJECTS) {
            groups.add(small);
        } else if (!small.isEmpty()) {
            groups.stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .addAll(small);
        }
        return groups;
    }

    private static double[] mean(List<double[]> vectors) {
        double[] mean = new double[vectors.get(0).length];
        for (double[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    private static double[] direction(float[] embedding) {
        double[] wide = new double[embedding.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = embedding[i];
        }
        return direction(wide);
    }

    private static double[] direction(double[] vector) {
        double length = Math.max(
                Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum()), SHORTEST);
        return Arrays.stream(vector).map(value -> value / length).toArray();
    }

    /** How many numbers an embedding has. */
    public int size() {
        return means.get(0).length;
    }

    /** double[means][embedding], each of length 1. */
    public List<double[]> means() {
        return means.stream().map(double[]::clone).toList();
    }

    /** The median distance of the training subjects, as one minus a cosine. */
    public double usual() {
        return usual;
    }

    /**
     * How many times the usual distance a photo is away; 0 or more. Half of the training subjects are more than 1 away.
     *
     * @param embedding float[embedding], of any length
     */
    public double relativeDistance(float[] embedding) {
        double[] direction = direction(embedding);
        return means.stream()
                        .mapToDouble(mean -> oneMinusCosine(direction, mean))
                        .min()
                        .orElseThrow()
                / usual;
    }

    /** Of vectors of length 1, as half of their squared distance, which loses no digits where they are close. */
    private static double oneMinusCosine(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / 2;
    }
}

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
 * Distance of a face from the training faces of a network: the Mahalanobis distance to the nearest class mean
 * (Lee, Lee, Lee and Shin 2018, "A simple unified framework for detecting out-of-distribution samples and adversarial
 * attacks"), of embeddings scaled to length 1, as a multiple of what is usual among the training subjects, so that the
 * networks of different folds can be compared. The classes share one covariance, which is shrunk.
 *
 * <p>It keeps no embedding of a child. Every mean is of at least {@value #FEWEST_SUBJECTS} subjects, and each subject
 * counts once, however many photos it has. Smaller classes share one mean; where they have too few subjects even
 * together, they share that of the smallest other class.
 *
 * <pre>{@code
 * Optional<KnownFaces> known = KnownFaces.of(embeddings, labels, subjects);
 * double distance = known.orElseThrow().relativeDistance(embedding);
 * }</pre>
 */
public final class KnownFaces {
    /** The smallest number of subjects of a class mean. */
    public static final int FEWEST_SUBJECTS = 20;

    /** Shorter vectors than this are not scaled up to length 1, and smaller spreads are none. */
    private static final double SHORTEST = 1e-12;

    private final List<double[]> means;
    private final double[][] whitening;
    private final double usual;

    private KnownFaces(List<double[]> means, double[][] whitening, double usual) {
        this.means = means;
        this.whitening = whitening;
        this.usual = usual;
    }

    /**
     * Fits means and covariance.
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
        Map<Integer, List<Child>> classes = new TreeMap<>();
        photos.values()
                .forEach(own -> classes.computeIfAbsent(labels[own.get(0)], label -> new ArrayList<>())
                        .add(new Child(
                                own.stream().map(photo -> embeddings[photo]).toList())));
        return of(groups(List.copyOf(classes.values())));
    }

    /** The photos of a subject; vectors of length 1 are made when they are wanted, to save memory. */
    private record Child(List<float[]> embeddings) {
        List<double[]> photos() {
            return embeddings.stream().map(KnownFaces::direction).toList();
        }
    }

    /** A subject and the mean of its group. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Placed(Child child, double[] mean) {
        List<double[]> residuals() {
            return child.photos().stream().map(photo -> gap(photo, mean)).toList();
        }
    }

    /** Every group has enough subjects, if all of them together are enough. */
    private static List<List<Child>> groups(List<List<Child>> classes) {
        List<List<Child>> groups = new ArrayList<>();
        List<Child> small = new ArrayList<>();
        for (List<Child> own : classes) {
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

    private static Optional<KnownFaces> of(List<List<Child>> groups) {
        List<double[]> means = groups.stream()
                .map(group ->
                        mean(group.stream().map(child -> mean(child.photos())).toList()))
                .toList();
        List<Placed> placed = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            double[] mean = means.get(group);
            groups.get(group).forEach(child -> placed.add(new Placed(child, mean)));
        }
        ShrunkenCovariance covariance = ShrunkenCovariance.of(placed, Placed::residuals);
        if (!(covariance.trace() > SHORTEST)) {
            return Optional.empty();
        }
        KnownFaces absolute = new KnownFaces(means, covariance.whitening(), 1);
        double[] distances = groups.stream()
                .flatMap(List::stream)
                .mapToDouble(child -> child.photos().stream()
                        .mapToDouble(absolute::distance)
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        return Optional.of(new KnownFaces(means, absolute.whitening, distances[distances.length / 2]));
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
        double squares = 0;
        for (float value : embedding) {
            squares += (double) value * value;
        }
        double length = Math.max(Math.sqrt(squares), SHORTEST);
        double[] direction = new double[embedding.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = embedding[i] / length;
        }
        return direction;
    }

    private static double[] gap(double[] from, double[] to) {
        return IntStream.range(0, from.length).mapToDouble(i -> from[i] - to[i]).toArray();
    }

    /** Length of an embedding. */
    public int size() {
        return means.get(0).length;
    }

    /** double[means][embedding], in the order of the classes; one that small classes share is last. */
    public List<double[]> means() {
        return means.stream().map(double[]::clone).toList();
    }

    /** double[embedding][embedding]: the length of its product with a difference of vectors is the distance. */
    public double[][] whitening() {
        return Arrays.stream(whitening).map(double[]::clone).toArray(double[][]::new);
    }

    /** The median distance of the training subjects, each the mean over its photos. */
    public double usual() {
        return usual;
    }

    /**
     * Distance of a photo as a multiple of the usual distance, 0 or more. Half of the training subjects have more than
     * 1.
     *
     * @param embedding float[embedding], of any length
     */
    public double relativeDistance(float[] embedding) {
        return distance(direction(embedding)) / usual;
    }

    private double distance(double[] direction) {
        return means.stream()
                .mapToDouble(mean -> whitenedLength(gap(direction, mean)))
                .min()
                .orElseThrow();
    }

    private double whitenedLength(double[] gap) {
        double squares = 0;
        for (int i = 0; i < gap.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += whitening[i][j] * gap[j];
            }
            squares += sum * sum;
        }
        return Math.sqrt(squares);
    }
}

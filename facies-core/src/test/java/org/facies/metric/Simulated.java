package org.facies.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Subjects of one photo each, in five folds, from a seed. */
public final class Simulated {
    public static final int FOLDS = 5;
    private static final String MODEL = "m";

    private Simulated() {}

    /**
     * Subjects whose truth is drawn from what the model knows, while it states its probabilities at another
     * temperature.
     *
     * @param temperature below 1: the model is too sure; above 1: not sure enough
     */
    public static HeldOutSubjects atTemperature(long seed, int subjects, double temperature) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        double[][] stated = new double[subjects][];
        int[] truth = new int[subjects];
        for (int i = 0; i < subjects; i++) {
            double[] scores = {normal(random), normal(random), normal(random)};
            truth[i] = draw(softmax(scores, 1), random.nextDouble());
            stated[i] = softmax(scores, 1 / temperature);
        }
        return of(List.of("a", "b", "c"), truth, stated);
    }

    /** Subject i is in fold i mod 5. */
    public static HeldOutSubjects of(List<String> classes, int[] truth, double[][] probabilities) {
        return HeldOutSubjects.of(table(classes, truth, probabilities), MODEL);
    }

    /** The same as predictions of a model {@code m}. */
    public static PredictionTable table(List<String> classes, int[] truth, double[][] probabilities) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            List<Double> p = IntStream.range(0, classes.size())
                    .mapToObj(doubles(probabilities[i]))
                    .toList();
            predictions.add(new Prediction(MODEL, i % FOLDS, "p" + i, "s" + i, classes.get(truth[i]), p));
        }
        return new PredictionTable(classes, predictions);
    }

    private static IntFunction<Double> doubles(double[] row) {
        return c -> row[c];
    }

    public static double[] softmax(double[] scores, double factor) {
        double[] p = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(scores[c] * factor);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private static int draw(double[] p, double uniform) {
        double sum = 0;
        for (int c = 0; c < p.length - 1; c++) {
            sum += p[c];
            if (uniform < sum) {
                return c;
            }
        }
        return p.length - 1;
    }

    /** A normal value of mean 0 and standard deviation 1, by Box and Muller. */
    public static double normal(UniformRandomProvider random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}

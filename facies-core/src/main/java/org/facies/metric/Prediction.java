package org.facies.metric;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.statistic.Order;

/**
 * Prediction of one model for one photo that it had not been trained on.
 *
 * @param division number of the division into folds, from 0; 0 where the cohort is divided once
 * @param seed of the training; 0 where each fold is trained once
 * @param fold the fold that tested the photo
 * @param photo the photo's path in the manifest
 * @param diagnosis the true class
 * @param probabilities per class, in the table's class order: finite, not negative, with a positive sum; kept
 *     as given, and divided by their sum when evaluated
 * @param logProbabilities natural logarithms of the probabilities, of higher precision where the model gives them: they
 *     differ where probabilities saturate at 0 or 1. {@link Double#NEGATIVE_INFINITY} for a probability of 0 of which
 *     no more is known
 */
public record Prediction(
        String model,
        int division,
        long seed,
        int fold,
        String photo,
        String subject,
        String diagnosis,
        List<Double> probabilities,
        List<Double> logProbabilities) {

    /** Of division 0 and seed 0, with the logarithms of these probabilities. */
    public Prediction(
            String model, int fold, String photo, String subject, String diagnosis, List<Double> probabilities) {
        this(model, fold, photo, subject, diagnosis, probabilities, logarithms(probabilities));
    }

    /** Of division 0 and seed 0. */
    public Prediction(
            String model,
            int fold,
            String photo,
            String subject,
            String diagnosis,
            List<Double> probabilities,
            List<Double> logProbabilities) {
        this(model, 0, 0, fold, photo, subject, diagnosis, probabilities, logProbabilities);
    }

    public Prediction {
        Objects.requireNonNull(model);
        Objects.requireNonNull(photo);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(diagnosis);
        if (fold < 0 || division < 0) {
            throw new IllegalArgumentException("fold " + fold + " or division " + division + " is negative");
        }
        probabilities = List.copyOf(probabilities);
        check(probabilities);
        logProbabilities = List.copyOf(logProbabilities);
        if (logProbabilities.size() != probabilities.size()
                || logProbabilities.stream().anyMatch(x -> x.isNaN())) {
            throw new IllegalArgumentException("logarithms " + logProbabilities + " of " + probabilities);
        }
    }

    /**
     * Prediction of several networks or models together: the mean of their probabilities.
     *
     * @param said of the same photo, at least one
     * @param model that says it
     * @param fold that it counts for
     */
    public static Prediction mean(List<Prediction> said, String model, int fold) {
        Prediction first = said.get(0);
        List<Double> mean = IntStream.range(0, first.probabilities().size())
                .mapToObj(c -> said.stream()
                        .mapToDouble(one -> one.probabilities().get(c))
                        .average()
                        .orElseThrow())
                .toList();
        return new Prediction(model, fold, first.photo(), first.subject(), first.diagnosis(), mean);
    }

    /**
     * Prediction of several models together for a photo in one fold: the mean of their log-probabilities, normalised to
     * sum 1. Where no class is possible for all of them, the mean of their probabilities.
     *
     * @param said of the same photo in the same fold, at least one
     * @param model that says it
     */
    static Prediction meanOfLogarithms(List<Prediction> said, String model) {
        Prediction first = said.get(0);
        double[] mean = IntStream.range(0, first.probabilities().size())
                .mapToDouble(c -> said.stream()
                        .mapToDouble(one -> one.logProbabilities().get(c))
                        .average()
                        .orElseThrow())
                .toArray();
        double largest = DoubleStream.of(mean).max().orElseThrow();
        if (largest == Double.NEGATIVE_INFINITY) {
            Prediction plain = mean(said, model, first.fold());
            return first.saidBy(model, plain.probabilities(), plain.logProbabilities());
        }
        double sum = DoubleStream.of(mean).map(x -> Math.exp(x - largest)).sum();
        List<Double> logs = DoubleStream.of(mean)
                .map(x -> x - largest - Math.log(sum))
                .boxed()
                .toList();
        return first.saidBy(model, logs.stream().map(Math::exp).toList(), logs);
    }

    /** The same prediction under the name of another model. */
    public Prediction saidBy(String other) {
        return saidBy(other, probabilities, logProbabilities);
    }

    private Prediction saidBy(String other, List<Double> otherProbabilities, List<Double> otherLogarithms) {
        return new Prediction(
                other, division, seed, fold, photo, subject, diagnosis, otherProbabilities, otherLogarithms);
    }

    static List<Double> logarithms(List<Double> probabilities) {
        return probabilities.stream().map(Math::log).toList();
    }

    /** Position of the largest probability; the first of equals. */
    public int predictedIndex() {
        return Order.largest(
                probabilities.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void check(List<Double> scores) {
        double sum = 0;
        for (double score : scores) {
            if (!(score >= 0) || Double.isInfinite(score)) {
                throw new IllegalArgumentException("not a probability: " + score);
            }
            sum += score;
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("probabilities sum to " + sum);
        }
    }
}

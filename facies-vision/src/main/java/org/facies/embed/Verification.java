package org.facies.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well similarities distinguish pairs of the same person from pairs of different people (Huang et al. 2007, Labeled
 * Faces in the Wild, "image-restricted"). There are ten folds; the threshold is chosen on nine, and the accuracy is
 * measured on the tenth.
 *
 * @param pairs number of pairs
 * @param accuracy mean over the folds, in [0, 1]
 * @param sd standard deviation over the folds (divisor: folds − 1)
 * @param foldAccuracies one for each fold
 * @param threshold mean of the thresholds; pairs at least this similar count as the same person
 * @param auc area under the ROC curve, ties counted half
 */
public record Verification(
        int pairs, double accuracy, double sd, List<Double> foldAccuracies, double threshold, double auc) {

    /** Number of folds. */
    public static final int FOLDS = 10;

    public Verification {
        foldAccuracies = List.copyOf(foldAccuracies);
    }

    /**
     * A compared pair.
     *
     * @param similarity any finite number; larger means more alike
     * @param same whether both photos show one person
     */
    public record Compared(double similarity, boolean same) {
        public Compared {
            if (!Double.isFinite(similarity)) {
                throw new IllegalArgumentException("similarity " + similarity);
            }
        }
    }

    /**
     * Computes the results.
     *
     * @param pairs in the order of their file; pair i is in fold i mod 10, so that every fold has both kinds even if
     *     the file lists the same-person pairs first
     */
    public static Verification of(List<Compared> pairs) {
        if (pairs.size() < FOLDS) {
            throw new IllegalArgumentException(pairs.size() + " pairs do not fill " + FOLDS + " folds");
        }
        List<Double> accuracies = new ArrayList<>();
        double thresholds = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            double threshold = bestThreshold(picked(pairs, i -> i % FOLDS != held));
            thresholds += threshold / FOLDS;
            accuracies.add(accuracy(picked(pairs, i -> i % FOLDS == held), threshold));
        }
        double mean = accuracies.stream().mapToDouble(a -> a).average().orElseThrow();
        double squares =
                accuracies.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
        return new Verification(
                pairs.size(), mean, Math.sqrt(squares / (FOLDS - 1)), accuracies, thresholds, auc(pairs));
    }

    private static List<Compared> picked(List<Compared> pairs, IntPredicate index) {
        return IntStream.range(0, pairs.size())
                .filter(index)
                .mapToObj(pairs::get)
                .toList();
    }

    /**
     * The threshold with the highest accuracy; the lowest one on a tie. Candidates are the lowest similarity, the
     * midpoints between neighbours, and a value just above the highest similarity.
     */
    private static double bestThreshold(List<Compared> pairs) {
        List<Compared> sorted = pairs.stream()
                .sorted(Comparator.comparingDouble(Compared::similarity))
                .toList();
        long right = sorted.stream().filter(Compared::same).count();
        long best = right;
        double threshold = sorted.get(0).similarity();
        for (int i = 0; i < sorted.size(); i++) {
            double similarity = sorted.get(i).similarity();
            double next = i + 1 < sorted.size() ? sorted.get(i + 1).similarity() : Double.POSITIVE_INFINITY;
            right += sorted.get(i).same() ? -1 : 1;
            if (next > similarity && right > best) {
                best = right;
                threshold = Double.isInfinite(next) ? Math.nextUp(similarity) : (similarity + next) / 2;
            }
        }
        return threshold;
    }

    private static double accuracy(List<Compared> pairs, double threshold) {
        long right = pairs.stream()
                .filter(pair -> (pair.similarity() >= threshold) == pair.same())
                .count();
        return (double) right / pairs.size();
    }

    /**
     * Mann-Whitney estimate: how often a same-person pair is more similar than a pair of two people; NaN without both
     * kinds.
     */
    private static double auc(List<Compared> pairs) {
        double[] same = similarities(pairs, true);
        double[] different = similarities(pairs, false);
        double wins = 0;
        for (double similarity : same) {
            wins += DoubleStream.of(different)
                    .map(other -> similarity > other ? 1 : similarity == other ? .5 : 0)
                    .sum();
        }
        return wins / ((double) same.length * different.length);
    }

    private static double[] similarities(List<Compared> pairs, boolean same) {
        double[] similarities = pairs.stream()
                .filter(pair -> pair.same() == same)
                .mapToDouble(Compared::similarity)
                .toArray();
        Arrays.sort(similarities);
        return similarities;
    }
}

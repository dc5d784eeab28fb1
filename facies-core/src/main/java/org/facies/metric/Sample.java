package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The cases of one model, prepared so that the scores of any resample cost one pass over them. */
final class Sample {
    /** Probabilities are kept this far from 0 and 1 in the log loss: the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    private final int classes;
    private final int[] truth;
    private final int[] predicted;
    private final double[] logLoss;
    private final double[] brier;
    private final Calibration calibration;
    private final List<Ranking> rankings;

    Sample(List<Case> cases, int classes) {
        this.classes = classes;
        this.truth = cases.stream().mapToInt(Case::truth).toArray();
        this.predicted = cases.stream().mapToInt(Sample::argmax).toArray();
        this.logLoss = cases.stream().mapToDouble(Sample::logLoss).toArray();
        this.brier = cases.stream().mapToDouble(Sample::brier).toArray();
        this.calibration = new Calibration(cases, predicted);
        this.rankings =
                IntStream.range(0, classes).mapToObj(c -> new Ranking(cases, c)).toList();
    }

    /** Every case counted once. */
    Scores scores() {
        int[] once = new int[truth.length];
        Arrays.fill(once, 1);
        return scores(once);
    }

    /**
     * Every case counted as often as its weight says.
     *
     * @param weights int[cases]
     */
    Scores scores(int[] weights) {
        long[][] counts = new long[classes][classes];
        double losses = 0;
        double briers = 0;
        long n = 0;
        for (int i = 0; i < truth.length; i++) {
            int weight = weights[i];
            counts[truth[i]][predicted[i]] += weight;
            losses += weight * logLoss[i];
            briers += weight * brier[i];
            n += weight;
        }
        Confusion confusion = new Confusion(counts);
        long[] support =
                IntStream.range(0, classes).mapToLong(confusion::support).toArray();
        ClassRanking[] ranked = new ClassRanking[classes];
        for (int c = 0; c < classes; c++) {
            ranked[c] = rankings.get(c).figures(weights, support);
        }
        return new Scores(confusion, List.of(ranked), losses / n, briers / n, calibration.error(weights));
    }

    /** The predicted class of each case. */
    int[] predicted() {
        return predicted.clone();
    }

    /** Whether each case was predicted rightly. */
    boolean[] right() {
        boolean[] right = new boolean[truth.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = truth[i] == predicted[i];
        }
        return right;
    }

    /** The first of the most probable classes. */
    static int argmax(Case one) {
        List<Double> p = one.probabilities();
        int best = 0;
        for (int c = 1; c < p.size(); c++) {
            if (p.get(c) > p.get(best)) {
                best = c;
            }
        }
        return best;
    }

    private static double logLoss(Case one) {
        double p = one.probabilities().get(one.truth());
        return -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, p)));
    }

    private static double brier(Case one) {
        double sum = 0;
        for (int c = 0; c < one.probabilities().size(); c++) {
            double miss = one.probabilities().get(c) - (c == one.truth() ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }
}

package org.facies.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.statistic.WeightedSum;

/** The cases of one model, prepared so that the scores of any resample cost one pass over them. */
final class Sample {
    /** Probabilities are kept this far from 0 and 1 in the log loss: the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    /** Neighbours are counted in cells of their own, so that no addition waits for the one before. A power of two. */
    private static final int LANES = 4;

    private static final Set<ScorePart> ALL = Collections.unmodifiableSet(EnumSet.allOf(ScorePart.class));

    private final int classes;
    final int[] truth;
    final int[] predicted;
    private final int[] cell;
    final double[] logLoss;
    final double[] brier;
    final Calibration calibration;
    final List<Ranking> rankings;
    private final Set<ScorePart> parts;

    /** A sample of which every part can be had. */
    Sample(List<Case> cases, int classes) {
        this(cases, classes, ALL);
    }

    /**
     * A sample.
     *
     * @param parts that will be asked for; sorting for the ranks is left out where they are not among these
     */
    Sample(List<Case> cases, int classes, Set<ScorePart> parts) {
        this.classes = classes;
        this.parts = parts;
        this.truth = cases.stream().mapToInt(Case::truth).toArray();
        this.predicted = cases.stream().mapToInt(Case::predicted).toArray();
        this.cell = IntStream.range(0, truth.length)
                .map(i -> truth[i] * classes + predicted[i])
                .toArray();
        this.logLoss = cases.stream().mapToDouble(Sample::logLoss).toArray();
        this.brier = cases.stream().mapToDouble(Sample::brier).toArray();
        this.calibration = new Calibration(cases, predicted);
        boolean ranked = parts.contains(ScorePart.RANKING) || parts.contains(ScorePart.PAIRS);
        this.rankings = IntStream.range(0, ranked ? classes : 0)
                .mapToObj(c -> new Ranking(cases, c))
                .toList();
    }

    /** All that can be had, with every case counted once. */
    Scores scores() {
        int[] once = new int[truth.length];
        Arrays.fill(once, 1);
        return scores(once, parts);
    }

    /**
     * Some parts, with every case counted as often as its weight says.
     *
     * @param weights int[cases]
     * @param wanted the figures of all other parts cannot be asked for
     */
    Scores scores(int[] weights, Set<ScorePart> wanted) {
        return scores(weights, wanted, new int[weights.length + 1]);
    }

    /**
     * The same with room to work in, for thousands of resamples.
     *
     * @param room int[cases + 1], with anything in it
     */
    Scores scores(int[] weights, Set<ScorePart> wanted, int[] room) {
        Confusion confusion = confusion(weights);
        double losses = Double.NaN;
        double briers = Double.NaN;
        if (wanted.contains(ScorePart.PROBABILITIES)) {
            losses = WeightedSum.of(logLoss, weights) / confusion.n();
            briers = WeightedSum.of(brier, weights) / confusion.n();
        }
        double error = wanted.contains(ScorePart.CALIBRATION) ? calibration.error(weights) : Double.NaN;
        return new Scores(confusion, ranked(weights, confusion, wanted, room), losses, briers, error, wanted);
    }

    private Confusion confusion(int[] weights) {
        int[] sums = new int[LANES * classes * classes];
        for (int i = 0; i < cell.length; i++) {
            sums[cell[i] * LANES + (i & LANES - 1)] += weights[i];
        }
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < sums.length; i++) {
            counts[i / LANES / classes][i / LANES % classes] += sums[i];
        }
        return new Confusion(counts);
    }

    private List<ClassRanking> ranked(int[] weights, Confusion confusion, Set<ScorePart> wanted, int[] room) {
        boolean pairs = wanted.contains(ScorePart.PAIRS);
        if (!pairs && !wanted.contains(ScorePart.RANKING)) {
            return List.of();
        }
        long[] support =
                IntStream.range(0, classes).mapToLong(confusion::support).toArray();
        ClassRanking[] ranked = new ClassRanking[classes];
        for (int c = 0; c < classes; c++) {
            Ranking ranking = rankings.get(c);
            ranked[c] = pairs ? ranking.figures(weights, support) : ranking.withoutPairs(weights, support, room);
        }
        return List.of(ranked);
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

    private static double logLoss(Case one) {
        double p = one.probabilities()[one.truth()];
        return -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, p)));
    }

    private static double brier(Case one) {
        double sum = 0;
        for (int c = 0; c < one.probabilities().length; c++) {
            double miss = one.probabilities()[c] - (c == one.truth() ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }
}

package org.facies.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.statistic.StratifiedConcordance;
import org.facies.statistic.TopLabelCalibration;
import org.facies.statistic.WeightedSum;

/** The cases of one model, prepared so that the scores of any resample cost one pass over them. */
final class Sample {
    /**
     * Neighbouring cases are counted in separate cells, so that no addition waits for the previous one. A power of two.
     */
    private static final int LANES = 4;

    private static final Set<Metric.Part> ALL = Collections.unmodifiableSet(EnumSet.allOf(Metric.Part.class));

    private final int classes;

    /** One for each class, and where a case has no answer one more. */
    private final int columns;

    final int[] truth;
    final int[] predicted;
    private final int[] cell;
    final double[] logLoss;
    final double[] brier;
    final TopLabelCalibration topLabel;
    final List<Ranking> rankings;
    final List<StratifiedConcordance> withinFolds;
    private final Set<Metric.Part> parts;

    /** A sample with all parts. */
    Sample(List<Case> cases, int classes) {
        this(cases, classes, ALL);
    }

    /**
     * A sample.
     *
     * @param parts that will be asked for; sorting for the ranks is left out where they are not among these
     */
    Sample(List<Case> cases, int classes, Set<Metric.Part> parts) {
        this.classes = classes;
        this.parts = parts;
        this.truth = cases.stream().mapToInt(Case::truth).toArray();
        this.predicted = cases.stream().mapToInt(Case::predicted).toArray();
        this.columns = cases.stream().anyMatch(Case::isUnanswered) ? classes + 1 : classes;
        this.cell = IntStream.range(0, truth.length)
                .map(i -> truth[i] * columns + predicted[i])
                .toArray();
        this.logLoss = cases.stream()
                .mapToDouble(one -> ProperScore.logLoss(one.probabilities(), one.truth()))
                .toArray();
        this.brier = cases.stream()
                .mapToDouble(one -> ProperScore.brierSum(one.probabilities(), one.truth()))
                .toArray();
        this.topLabel = topLabel(cases, correct());
        boolean ranked = parts.contains(Metric.Part.RANKING) || parts.contains(Metric.Part.PAIRS);
        this.rankings = IntStream.range(0, ranked ? classes : 0)
                .mapToObj(c -> new Ranking(cases, c))
                .toList();
        int[] folds = cases.stream().mapToInt(Case::fold).toArray();
        this.withinFolds = IntStream.range(0, parts.contains(Metric.Part.WITHIN_FOLDS) ? classes : 0)
                .mapToObj(c -> withinFolds(cases, c, folds))
                .toList();
    }

    /** All parts, with every case counted once. */
    Scores scores() {
        return scores(WeightedSum.once(truth.length), parts);
    }

    /**
     * Some parts, with every case counted as often as its weight says.
     *
     * @param weights int[cases]
     * @param wanted the metrics of all other parts cannot be asked for
     */
    Scores scores(int[] weights, Set<Metric.Part> wanted) {
        return scores(new int[][] {weights}, wanted, new Room(weights.length)).get(0);
    }

    /** Working memory for thousands of resamples: the counts of two of them, each in one half of a number. */
    static final class Room {
        private final long[] weights;
        private final long[] before;

        Room(int cases) {
            this.weights = new long[cases];
            this.before = new long[cases + 1];
        }
    }

    /**
     * The same for one or two resamples. Scoring two costs little more than scoring one; most of the time is spent
     * locating the next case by rank.
     *
     * @param weights int[1 or 2][cases]
     * @param room with anything in it
     * @return in the order of the weights
     */
    List<Scores> scores(int[][] weights, Set<Metric.Part> wanted, Room room) {
        Confusion[] confusions = new Confusion[weights.length];
        ClassRanking[][] rankings = new ClassRanking[weights.length][];
        for (int r = 0; r < weights.length; r++) {
            confusions[r] = confusion(weights[r]);
        }
        if (wanted.contains(Metric.Part.PAIRS)) {
            for (int r = 0; r < weights.length; r++) {
                rankings[r] = withPairs(weights[r], confusions[r].supports());
            }
        } else if (wanted.contains(Metric.Part.RANKING)) {
            rankings = withoutPairs(weights, confusions, room);
        }
        List<Scores> scores = new ArrayList<>();
        for (int r = 0; r < weights.length; r++) {
            scores.add(scores(weights[r], confusions[r], rankings[r], wanted));
        }
        return scores;
    }

    private Scores scores(int[] weights, Confusion confusion, ClassRanking[] rankings, Set<Metric.Part> wanted) {
        double losses = Double.NaN;
        double briers = Double.NaN;
        if (wanted.contains(Metric.Part.PROBABILITIES)) {
            losses = WeightedSum.of(logLoss, weights) / confusion.n();
            briers = WeightedSum.of(brier, weights) / confusion.n();
        }
        double[] areas = wanted.contains(Metric.Part.WITHIN_FOLDS)
                ? withinFolds.stream().mapToDouble(one -> one.area(weights)).toArray()
                : new double[0];
        double error = wanted.contains(Metric.Part.CALIBRATION) ? topLabel.errors(weights)[0] : Double.NaN;
        return new Scores(confusion, rankings, areas, losses, briers, error, wanted);
    }

    private static StratifiedConcordance withinFolds(List<Case> cases, int c, int[] folds) {
        double[] scores =
                cases.stream().mapToDouble(one -> one.probabilities()[c]).toArray();
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = cases.get(i).truth() == c;
        }
        return new StratifiedConcordance(scores, positive, folds);
    }

    private static TopLabelCalibration topLabel(List<Case> cases, boolean[] correct) {
        double[] confidence = cases.stream()
                .mapToDouble(one -> one.probabilities()[one.mostProbable()])
                .toArray();
        return new TopLabelCalibration(confidence, correct);
    }

    private Confusion confusion(int[] weights) {
        int[] sums = new int[LANES * classes * columns];
        for (int i = 0; i < cell.length; i++) {
            sums[cell[i] * LANES + (i & LANES - 1)] += weights[i];
        }
        long[][] counts = new long[classes][columns];
        for (int i = 0; i < sums.length; i++) {
            counts[i / LANES / columns][i / LANES % columns] += sums[i];
        }
        return new Confusion(counts);
    }

    private ClassRanking[] withPairs(int[] weights, long[] support) {
        ClassRanking[] ranked = new ClassRanking[classes];
        for (int c = 0; c < classes; c++) {
            ranked[c] = rankings.get(c).figures(weights, support);
        }
        return ranked;
    }

    private ClassRanking[][] withoutPairs(int[][] weights, Confusion[] confusions, Room room) {
        join(weights, room.weights);
        ClassRanking[][] ranked = new ClassRanking[weights.length][classes];
        for (int c = 0; c < classes; c++) {
            Ranking ranking = rankings.get(c);
            ranking.sumUp(room.weights, room.before);
            for (int r = 0; r < weights.length; r++) {
                ranked[r][c] =
                        ranking.withoutPairs(weights[r], confusions[r].supports(), room.before, r * Integer.SIZE);
            }
        }
        return ranked;
    }

    private static void join(int[][] weights, long[] joined) {
        int[] lower = weights[0];
        int[] upper = weights[weights.length - 1];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = (long) upper[i] << Integer.SIZE | lower[i];
        }
    }

    /** Whether each case was predicted correctly. */
    boolean[] correct() {
        boolean[] correct = new boolean[truth.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = truth[i] == predicted[i];
        }
        return correct;
    }
}

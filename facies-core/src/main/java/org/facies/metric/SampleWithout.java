package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.facies.statistic.WeightedSum;

/**
 * The scores of a sample without a few cases of one class, from what each case adds to them instead of from all others.
 */
final class SampleWithout {
    private final Sample sample;
    private final Set<Metric.Part> parts;
    private final Confusion confusion;
    private final double logLoss;
    private final double brier;
    private final List<RankingWithout> rankings;

    /**
     * Prepares the sums over all cases.
     *
     * @param parts that will be asked for
     */
    SampleWithout(Sample sample, Set<Metric.Part> parts) {
        this.sample = sample;
        this.parts = parts;
        this.confusion =
                sample.scores(WeightedSum.once(sample.truth.length), Set.of()).confusion();
        this.logLoss = Arrays.stream(sample.logLoss).sum();
        this.brier = Arrays.stream(sample.brier).sum();
        boolean ranked = parts.contains(Metric.Part.RANKING) || parts.contains(Metric.Part.PAIRS);
        this.rankings = ranked
                ? sample.rankings.stream()
                        .map(ranking -> new RankingWithout(ranking, confusion))
                        .toList()
                : List.of();
    }

    /**
     * The scores of all other cases.
     *
     * @param cases at least one, all of one class
     */
    Scores scores(int[] cases) {
        int truth = sample.truth[cases[0]];
        int[] byAnswer = new int[confusion.columns()];
        double losses = logLoss;
        double briers = brier;
        for (int i : cases) {
            byAnswer[sample.predicted[i]]++;
            losses -= sample.logLoss[i];
            briers -= sample.brier[i];
        }
        Confusion left = confusion.without(truth, byAnswer);
        long[] support = left.supports();
        ClassRanking[] ranked = rankings.stream()
                .map(ranking -> ranking.figures(cases, truth, support))
                .toArray(ClassRanking[]::new);
        double error = parts.contains(Metric.Part.CALIBRATION) ? sample.topLabel.errors(weights(cases))[0] : Double.NaN;
        double[] areas = parts.contains(Metric.Part.WITHIN_FOLDS)
                ? sample.withinFolds.stream()
                        .mapToDouble(one -> one.areaWithout(cases))
                        .toArray()
                : new double[0];
        return new Scores(left, ranked, areas, losses / left.n(), briers / left.n(), error, parts);
    }

    private int[] weights(int[] without) {
        int[] weights = WeightedSum.once(sample.truth.length);
        for (int i : without) {
            weights[i] = 0;
        }
        return weights;
    }
}

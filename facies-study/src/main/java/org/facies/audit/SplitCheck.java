package org.facies.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.metric.WeightedScores;
import org.facies.result.AuditReport.SplitComparison;
import org.facies.result.Measured;
import org.facies.statistic.Interval;
import org.facies.statistic.StratifiedBootstrap;
import org.facies.statistic.WeightedSum;

/** Computes {@link SplitComparison}. */
final class SplitCheck {
    private static final int DEALS = 5;
    private static final int RESAMPLES = 1000;

    /** The classifier that is compared on both splits. */
    enum Learner {
        /** A linear rule. */
        LINEAR,
        /** The diagnosis of the most similar photo, which recognises children again. */
        NEAREST
    }

    private SplitCheck() {}

    static SplitComparison of(AuditedCohort audited, Learner learner, int k, long seed) {
        float[][] directions =
                audited.directions().stream().flatMap(Arrays::stream).toArray(float[][]::new);
        List<WeightedScores> subject = deals(audited, directions, learner, FoldUnit.SUBJECT, k, seed);
        List<WeightedScores> photo = deals(audited, directions, learner, FoldUnit.PHOTO, k, seed);
        int[] owners = audited.subjectOfPhoto();
        double[][] drawnFigures = new double[3][RESAMPLES];
        int[] at = {0};
        new StratifiedBootstrap(audited.labels(), RESAMPLES, seed).forEach(drawn -> {
            int[] weights = Arrays.stream(owners).map(owner -> drawn[owner]).toArray();
            drawnFigures[0][at[0]] = mean(subject, weights);
            drawnFigures[1][at[0]] = mean(photo, weights);
            drawnFigures[2][at[0]] = drawnFigures[1][at[0]] - drawnFigures[0][at[0]];
            at[0]++;
        });
        int[] once = WeightedSum.once(owners.length);
        double a = mean(subject, once);
        double b = mean(photo, once);
        return new SplitComparison(
                new Measured(a, Interval.percentile(drawnFigures[0], 0.95)),
                new Measured(b, Interval.percentile(drawnFigures[1], 0.95)),
                new Measured(b - a, Interval.percentile(drawnFigures[2], 0.95)));
    }

    private static double mean(List<WeightedScores> deals, int[] weights) {
        return deals.stream()
                .mapToDouble(repetition -> repetition.balancedAccuracy(weights))
                .average()
                .orElseThrow();
    }

    private static List<WeightedScores> deals(
            AuditedCohort audited, float[][] directions, Learner learner, FoldUnit unit, int k, long seed) {
        int[] labels = audited.labels();
        int[] photoLabels = Arrays.stream(audited.subjectOfPhoto())
                .map(owner -> labels[owner])
                .toArray();
        int classes = audited.cohort().classes().size();
        return IntStream.range(0, DEALS)
                .mapToObj(repetition -> {
                    FoldPlan plan = FoldPlan.stratified(audited.cohort(), k, unit, seed + repetition);
                    int[] folds = audited.cohort().photos().stream()
                            .mapToInt(plan::foldOf)
                            .toArray();
                    return WeightedScores.of(
                            probabilities(directions, learner, folds, photoLabels, classes),
                            photoLabels,
                            classes,
                            folds);
                })
                .toList();
    }

    private static double[][] probabilities(
            float[][] directions, Learner learner, int[] folds, int[] labels, int classes) {
        return switch (learner) {
            case LINEAR -> LinearProbe.once(wide(directions), folds, labels, classes);
            case NEAREST -> nearest(directions, folds, labels, classes);
        };
    }

    private static double[][] nearest(float[][] directions, int[] folds, int[] labels, int classes) {
        double[][] result = new double[labels.length][classes];
        new Similarities(directions, directions).forEach(row -> {
            int best = -1;
            for (int j = 0; j < labels.length; j++) {
                if (folds[j] != folds[row.row()] && (best < 0 || row.products()[j] > row.products()[best])) {
                    best = j;
                }
            }
            result[row.row()][labels[best]] = 1;
        });
        return result;
    }

    private static double[][] wide(float[][] vectors) {
        return Arrays.stream(vectors)
                .map(vector -> IntStream.range(0, vector.length)
                        .mapToDouble(j -> vector[j])
                        .toArray())
                .toArray(double[][]::new);
    }
}

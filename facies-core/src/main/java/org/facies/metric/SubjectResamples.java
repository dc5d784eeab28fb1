package org.facies.metric;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facies.statistic.ParallelRange;
import org.facies.statistic.StratifiedBootstrap;
import org.facies.statistic.WeightedSum;

/**
 * Resamples of subjects within their class, drawn once and used for many metrics. A metric is a function of how often
 * each subject was drawn.
 */
public final class SubjectResamples {
    private final List<int[]> draws;
    private final int subjects;
    private final int threads;

    /**
     * Draws the resamples, for metrics that are computed on one thread.
     *
     * @param classOfSubject int[subjects]
     */
    public SubjectResamples(int[] classOfSubject, EvaluationSettings settings) {
        this(classOfSubject, settings, 1);
    }

    /**
     * Draws the resamples.
     *
     * @param classOfSubject int[subjects]
     * @param threads for drawing and for the metrics, at least 1; no result depends on it
     */
    public SubjectResamples(int[] classOfSubject, EvaluationSettings settings, int threads) {
        this.subjects = classOfSubject.length;
        this.threads = threads;
        this.draws = new StratifiedBootstrap(classOfSubject, settings.bootstrapResamples(), settings.seed())
                .map(int[]::clone, threads);
    }

    /** Of these subjects, for metrics that are computed on one thread. */
    static SubjectResamples of(List<Case> subjects, EvaluationSettings settings) {
        return new SubjectResamples(subjects.stream().mapToInt(Case::truth).toArray(), settings);
    }

    /**
     * Percentile intervals of several metrics.
     *
     * @param figures from int[subjects], how often each is counted, to double[figures]; called from several threads at
     *     once
     */
    public List<Estimate> percentile(Function<int[], double[]> figures) {
        return figures(figures).percentile();
    }

    /**
     * Several metrics of the sample, where each subject counts once, and of each resample; as for {@link #percentile}.
     */
    public ResampledFigures figures(Function<int[], double[]> figures) {
        double[] values = figures.apply(WeightedSum.once(subjects));
        List<double[]> byResample =
                map((from, to) -> draws.subList(from, to).stream().map(figures).toList());
        return ResampledFigures.of(values, byResample);
    }

    /**
     * A metric of each resample: double[resamples], NaN where a resample does not define it.
     *
     * @param sample one case a subject, in the order of the subjects
     */
    double[] values(Sample sample, Metric metric) {
        Set<Metric.Part> parts = EnumSet.of(metric.figure().part());
        return figures(weights -> new double[] {sample.scores(weights, parts).get(metric)})
                .drawn()[0];
    }

    /**
     * Computes something of the cases of each resample.
     *
     * @param subjectOfCase int[cases]
     * @param ofWeights gives a function that is called from one thread only, so that it can keep room to work in. It
     *     takes int[cases]: how often each is counted; the array is reused, so copy what must last
     * @return in the order of resamples
     */
    public <T> List<T> ofCases(int[] subjectOfCase, Supplier<Function<int[], T>> ofWeights) {
        return map((from, to) -> {
            Function<int[], T> function = ofWeights.get();
            int[] weights = new int[subjectOfCase.length];
            List<T> results = new ArrayList<>();
            for (int r = from; r < to; r++) {
                spread(draws.get(r), subjectOfCase, weights);
                results.add(function.apply(weights));
            }
            return results;
        });
    }

    /**
     * Computes something of the cases of two resamples at a time, for functions that gain by it.
     *
     * @param subjectOfCase int[cases]
     * @param ofWeights as for {@link #ofCases}, but the function takes int[1 or 2][cases] and gives one result for each
     * @return in the order of resamples
     */
    <T> List<T> ofCasesByTwo(int[] subjectOfCase, Supplier<Function<int[][], List<T>>> ofWeights) {
        return map((from, to) -> {
            Function<int[][], List<T>> function = ofWeights.get();
            int[][] two = new int[2][subjectOfCase.length];
            int[][] one = {two[0]};
            List<T> results = new ArrayList<>();
            for (int r = from; r < to; r += 2) {
                int[][] weights = r + 1 < to ? two : one;
                for (int i = 0; i < weights.length; i++) {
                    spread(draws.get(r + i), subjectOfCase, weights[i]);
                }
                results.addAll(function.apply(weights));
            }
            return results;
        });
    }

    private static void spread(int[] drawn, int[] subjectOfCase, int[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = drawn[subjectOfCase[i]];
        }
    }

    private <T> List<T> map(ParallelRange.Part<T> part) {
        return ParallelRange.map(draws.size(), threads, part);
    }
}

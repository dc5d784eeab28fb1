package org.facies.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.StratifiedBootstrap;

/** The scores of every resample of subjects, and the intervals they give. */
final class BootstrapScores {
    /** A figure that fewer than this share of resamples define has no interval. */
    private static final double ENOUGH = 0.9;

    private final List<Scores> resamples = new ArrayList<>();

    BootstrapScores(Sample sample, List<Case> cases, EvaluationSettings settings) {
        Map<String, Integer> truthBySubject = new TreeMap<>();
        cases.forEach(one -> truthBySubject.put(one.subject(), one.truth()));
        List<String> subjects = List.copyOf(truthBySubject.keySet());
        int[] strata =
                truthBySubject.values().stream().mapToInt(Integer::intValue).toArray();
        int[] subjectOfCase = subjectOfCase(cases, subjects);
        int[] weights = new int[subjectOfCase.length];
        new StratifiedBootstrap(strata, settings.bootstrapResamples(), settings.seed()).forEach(drawn -> {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = drawn[subjectOfCase[i]];
            }
            resamples.add(sample.scores(weights));
        });
    }

    private static int[] subjectOfCase(List<Case> cases, List<String> subjects) {
        Map<String, Integer> index = new TreeMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            index.put(subjects.get(i), i);
        }
        return cases.stream().mapToInt(one -> index.get(one.subject())).toArray();
    }

    /** The percentile interval of a figure with a defined value. */
    Estimate estimate(double value, ToDoubleFunction<Scores> figure) {
        return estimate(value, resamples.stream().mapToDouble(figure));
    }

    /** The same of the difference to another model's figure; both were drawn with one seed from the same subjects. */
    Estimate difference(double value, BootstrapScores other, ToDoubleFunction<Scores> figure) {
        return estimate(
                value,
                IntStream.range(0, resamples.size())
                        .mapToDouble(i ->
                                figure.applyAsDouble(resamples.get(i)) - figure.applyAsDouble(other.resamples.get(i))));
    }

    private Estimate estimate(double value, DoubleStream figures) {
        double[] defined = figures.filter(x -> !Double.isNaN(x)).toArray();
        if (defined.length < ENOUGH * resamples.size()) {
            String reason =
                    "undefined in " + (resamples.size() - defined.length) + " of " + resamples.size() + " resamples";
            return new Estimate(value, Interval.UNDEFINED, Estimate.BOOTSTRAP, reason);
        }
        Interval interval = Interval.percentile(defined, EvaluationSettings.CONFIDENCE);
        return new Estimate(value, interval, Estimate.BOOTSTRAP, "");
    }
}

package org.facies.metric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.Jackknife;
import org.facies.statistic.JackknifeError;
import org.facies.statistic.StratifiedBootstrap;

/** The scores of every resample of subjects and without each subject (or group of subjects), and the intervals they give. */
final class BootstrapScores {
    /** A figure that fewer than this share of resamples define has no interval. */
    private static final double ENOUGH = 0.9;

    /** A class of more subjects is left out in so many groups. */
    private static final int MOST_GROUPS = 250;

    private final List<Scores> resamples;
    private final List<Scores> withoutEach;
    private final Jackknife jackknife;

    BootstrapScores(Sample sample, List<Case> cases, EvaluationSettings settings, int threads) {
        Map<String, Integer> truthBySubject = new TreeMap<>();
        cases.forEach(one -> truthBySubject.put(one.subject(), one.truth()));
        List<String> subjects = List.copyOf(truthBySubject.keySet());
        int[] strata =
                truthBySubject.values().stream().mapToInt(Integer::intValue).toArray();
        int[] subjectOfCase = subjectOfCase(cases, subjects);
        Function<int[], Scores> scores = drawn -> {
            int[] weights = new int[subjectOfCase.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = drawn[subjectOfCase[i]];
            }
            return sample.scores(weights);
        };
        this.resamples =
                new StratifiedBootstrap(strata, settings.bootstrapResamples(), settings.seed()).map(scores, threads);
        this.jackknife = new Jackknife(strata, MOST_GROUPS);
        this.withoutEach = jackknife.map(scores, threads);
    }

    private static int[] subjectOfCase(List<Case> cases, List<String> subjects) {
        Map<String, Integer> index = new TreeMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            index.put(subjects.get(i), i);
        }
        return cases.stream().mapToInt(one -> index.get(one.subject())).toArray();
    }

    /** The bias-corrected and accelerated interval of a figure with a defined value. */
    Estimate estimate(double value, ToDoubleFunction<Scores> figure) {
        return estimate(
                value,
                resamples.stream().mapToDouble(figure),
                withoutEach.stream().mapToDouble(figure));
    }

    /** The interval of an area with a defined value; the bootstrap's where log odds are infinite or a class has one subject. */
    Estimate area(double value, ToDoubleFunction<Scores> figure) {
        double[] figures = withoutEach.stream().mapToDouble(figure).toArray();
        JackknifeError error = JackknifeError.of(figures, jackknife.strata());
        Interval interval = Interval.logit(value, error, EvaluationSettings.CONFIDENCE);
        return Double.isNaN(interval.low())
                ? estimate(value, figure)
                : new Estimate(value, interval, Estimate.JACKKNIFE, "");
    }

    /** The bootstrap's interval of the difference to another model's figure; both were drawn with one seed from the same subjects. */
    Estimate difference(double value, BootstrapScores other, ToDoubleFunction<Scores> figure) {
        return estimate(
                value,
                differences(resamples, other.resamples, figure),
                differences(withoutEach, other.withoutEach, figure));
    }

    private static DoubleStream differences(List<Scores> own, List<Scores> other, ToDoubleFunction<Scores> figure) {
        return IntStream.range(0, own.size())
                .mapToDouble(i -> figure.applyAsDouble(own.get(i)) - figure.applyAsDouble(other.get(i)));
    }

    private Estimate estimate(double value, DoubleStream figures, DoubleStream figuresWithoutEach) {
        double[] defined = figures.filter(x -> !Double.isNaN(x)).toArray();
        if (defined.length < ENOUGH * resamples.size()) {
            String reason =
                    "undefined in " + (resamples.size() - defined.length) + " of " + resamples.size() + " resamples";
            return new Estimate(value, Interval.UNDEFINED, Estimate.BCA, reason);
        }
        double acceleration = Interval.acceleration(figuresWithoutEach.toArray(), jackknife.strata());
        Interval interval = Interval.bca(defined, value, acceleration, EvaluationSettings.CONFIDENCE);
        if (Double.isNaN(interval.low())) {
            return new Estimate(
                    value, Interval.percentile(defined, EvaluationSettings.CONFIDENCE), Estimate.BOOTSTRAP, "");
        }
        return new Estimate(value, interval, Estimate.BCA, "");
    }
}

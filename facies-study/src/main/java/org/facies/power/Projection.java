package org.facies.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.facies.metric.EvaluationSettings;
import org.facies.statistic.Interval;
import org.facies.statistic.InversePowerLaw;
import org.facies.statistic.StratifiedBootstrap;

/**
 * A learning curve fitted to the draws, for interpolation and, with care, extrapolation. Its intervals come from
 * refitting to resampled repeats. They do not include the uncertainty from which children the cohort contains.
 *
 * @param law fitted to the means over all repeats
 * @param resampled fitted to the means over resampled repeats
 */
record Projection(InversePowerLaw law, List<InversePowerLaw> resampled) {
    private static final int RESAMPLES = 1000;

    /**
     * Fits the curve.
     *
     * @param sizes double[m], rising
     * @param scores double[repeats][m], in [0, 1]
     * @return empty if there are too few sizes
     */
    static Optional<Projection> of(double[] sizes, double[][] scores, long seed) {
        int[] once = IntStream.generate(() -> 1).limit(scores.length).toArray();
        Optional<InversePowerLaw> law = InversePowerLaw.fit(sizes, means(scores, once));
        if (law.isEmpty()) {
            return Optional.empty();
        }
        List<InversePowerLaw> resampled = new ArrayList<>();
        new StratifiedBootstrap(new int[scores.length], RESAMPLES, seed)
                .forEach(drawn ->
                        InversePowerLaw.fit(sizes, means(scores, drawn)).ifPresent(resampled::add));
        return Optional.of(new Projection(law.get(), resampled));
    }

    double at(double size) {
        return law.at(size);
    }

    Interval interval(double size) {
        return percentile(resampled.stream().mapToDouble(one -> one.at(size)).toArray());
    }

    /** The smallest size in the range that reaches a score; empty if none does. */
    OptionalInt reaches(double score, int from, int to) {
        return reaches(law, score, from, to);
    }

    /** The interval of that size; {@code to + 1} stands for sizes beyond the range. */
    Interval reachInterval(double score, int from, int to) {
        return percentile(resampled.stream()
                .mapToDouble(one -> reaches(one, score, from, to).orElse(to + 1))
                .toArray());
    }

    private static OptionalInt reaches(InversePowerLaw law, double score, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .filter(size -> law.at(size) >= score)
                .findFirst();
    }

    private static Interval percentile(double[] values) {
        return Interval.percentile(values, EvaluationSettings.CONFIDENCE);
    }

    private static double[] means(double[][] scores, int[] weights) {
        double[] means = new double[scores[0].length];
        for (int repeat = 0; repeat < scores.length; repeat++) {
            for (int i = 0; i < means.length; i++) {
                means[i] += weights[repeat] * scores[repeat][i] / scores.length;
            }
        }
        return means;
    }
}

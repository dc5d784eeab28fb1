package org.facies.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.facies.statistic.Interval;
import org.facies.statistic.StratifiedBootstrap;

/**
 * Resamples of subjects within their class, drawn once and used for many figures. A figure is a function of how often
 * each subject was drawn.
 */
public final class SubjectResamples {
    /**
     * Method of {@link #mirrored}: the percentile interval mirrored at the value (Davison and Hinkley 1997, section
     * 5.2.1), for figures that resampling shifts to one side.
     */
    public static final String MIRRORED = "subject-bootstrap-basic";

    /** A figure that fewer than this share of resamples define has no interval. */
    private static final double ENOUGH = 0.9;

    private final List<int[]> draws = new ArrayList<>();

    /**
     * Draws the resamples.
     *
     * @param classOfSubject int[subjects]
     */
    public SubjectResamples(int[] classOfSubject, EvaluationSettings settings) {
        new StratifiedBootstrap(classOfSubject, settings.bootstrapResamples(), settings.seed())
                .forEach(drawn -> draws.add(drawn.clone()));
    }

    /**
     * Percentile intervals of several figures.
     *
     * @param values double[figures], of the sample itself
     * @param figures from int[subjects], how often each was drawn, to double[figures]
     */
    public List<Estimate> percentile(double[] values, Function<int[], double[]> figures) {
        double[][] drawn = drawn(values.length, figures);
        List<Estimate> estimates = new ArrayList<>();
        for (int f = 0; f < values.length; f++) {
            estimates.add(estimate(values[f], drawn[f]));
        }
        return estimates;
    }

    /**
     * A percentile estimate with its interval mirrored at its value. Chance alone makes a binned calibration error larger,
     * once in the sample and once more in every resample; mirrored, the second excess takes the first away. Such an
     * interval can lie below the value.
     */
    public static Estimate mirrored(Estimate plain) {
        Interval interval = new Interval(
                2 * plain.value() - plain.interval().high(),
                2 * plain.value() - plain.interval().low());
        return new Estimate(plain.value(), interval, MIRRORED, plain.reason());
    }

    private double[][] drawn(int count, Function<int[], double[]> figures) {
        double[][] drawn = new double[count][draws.size()];
        for (int r = 0; r < draws.size(); r++) {
            double[] one = figures.apply(draws.get(r));
            for (int f = 0; f < count; f++) {
                drawn[f][r] = one[f];
            }
        }
        return drawn;
    }

    private static Estimate estimate(double value, double[] drawn) {
        double[] defined = Arrays.stream(drawn).filter(x -> !Double.isNaN(x)).toArray();
        if (Double.isNaN(value) || defined.length < ENOUGH * drawn.length) {
            String reason = "undefined in " + (drawn.length - defined.length) + " of " + drawn.length + " resamples";
            return new Estimate(value, Interval.UNDEFINED, Estimate.BOOTSTRAP, reason);
        }
        return new Estimate(value, Interval.percentile(defined, EvaluationSettings.CONFIDENCE), Estimate.BOOTSTRAP, "");
    }
}

package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;

/**
 * Metrics of a sample and of its resamples.
 *
 * @param values double[figures], of the sample itself
 * @param drawn double[figures][resamples], NaN where a resample does not define a metric
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ResampledFigures(double[] values, double[][] drawn) {
    /**
     * Why a metric that is the same in nearly every resample has no interval: a model that is correct for
     * the whole sample is correct for every resample of it, which does not show that it always will be.
     */
    public static final String NO_WIDTH = "resamples do not differ, so they do not show how uncertain it is";

    /**
     * Resampling adds the same excess again. After subtracting it, the interval ends at the lowest possible value.
     */
    private static final String ALL_BY_CHANCE = "it is no larger than what chance alone gives, so it has no interval";

    /** A metric that is defined in fewer than this share of resamples has no interval. */
    private static final double ENOUGH = 0.9;

    /** Ends that differ by rounding alone are the same. */
    private static final double ROUNDING = 1e-12;

    /**
     * Metrics of a sample and of its resamples.
     *
     * @param values double[figures], of the sample itself
     * @param byResample double[figures] of each resample
     */
    public static ResampledFigures of(double[] values, List<double[]> byResample) {
        double[][] drawn = new double[values.length][byResample.size()];
        for (int r = 0; r < byResample.size(); r++) {
            for (int f = 0; f < values.length; f++) {
                drawn[f][r] = byResample.get(r)[f];
            }
        }
        return new ResampledFigures(values, drawn);
    }

    /** Percentile estimates. */
    public List<Estimate> percentile() {
        return IntStream.range(0, values.length)
                .mapToObj(f -> percentile(values[f], drawn[f]))
                .toList();
    }

    /**
     * The percentile interval; none, with the reason, where too few resamples define the metric or it is the same in
     * nearly all of them.
     *
     * @param value of the sample itself
     * @param drawn double[resamples], NaN where a resample does not define the metric
     */
    public static Estimate percentile(double value, double[] drawn) {
        double[] defined = defined(drawn);
        if (Double.isNaN(value) || defined.length < ENOUGH * drawn.length) {
            return without(
                    value, "undefined in " + (drawn.length - defined.length) + " of " + drawn.length + " resamples");
        }
        Interval interval = Interval.percentile(defined, EvaluationSettings.CONFIDENCE);
        return hasWidth(interval) ? new Estimate(value, interval, Estimate.BOOTSTRAP, "") : without(value, NO_WIDTH);
    }

    /**
     * A calibration error, or the difference of two, with its percentile interval mirrored at the value and kept in its
     * range. Chance alone makes a binned calibration error larger, once in the sample and once more in every resample;
     * mirrored, the second excess takes the first away. Such an interval can lie below the value.
     *
     * @param percentile the error with the percentiles of resamples
     * @param lowest value that it can have
     */
    public static Estimate calibrationError(Estimate percentile, double lowest) {
        double value = percentile.value();
        Interval mirrored = new Interval(
                Math.max(lowest, 2 * value - percentile.interval().high()),
                Math.max(lowest, 2 * value - percentile.interval().low()));
        return Double.isNaN(mirrored.low()) || hasWidth(mirrored)
                ? new Estimate(value, mirrored, Estimate.MIRRORED, percentile.reason())
                : new Estimate(value, Interval.UNDEFINED, Estimate.MIRRORED, ALL_BY_CHANCE);
    }

    /** Whether the ends differ by more than rounding; false for NaN. */
    public static boolean hasWidth(Interval interval) {
        return interval.high() - interval.low() > ROUNDING;
    }

    static double[] defined(double[] drawn) {
        return Arrays.stream(drawn).filter(x -> !Double.isNaN(x)).toArray();
    }

    private static Estimate without(double value, String reason) {
        return new Estimate(value, Interval.UNDEFINED, Estimate.BOOTSTRAP, reason);
    }
}

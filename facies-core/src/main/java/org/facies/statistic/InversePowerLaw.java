package org.facies.statistic;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The usual form of a learning curve: {@code score(n) = limit − gain · n^(−rate)} (Figueroa and others 2012, BMC
 * Medical Informatics and Decision Making 12:8, equation 1).
 *
 * @param limit what the score tends to, in [0, 1]
 * @param gain at least 0; 0 for a curve that does not rise
 * @param rate of the approach, from 0.05 to 2
 */
public record InversePowerLaw(double limit, double gain, double rate) {
    /** Three parameters cannot be estimated from fewer than four sizes. */
    public static final int FEWEST_SIZES = 4;

    private static final int RATES = 40;
    private static final double RATE_STEP = 0.05;

    /**
     * The curve with the least squares, each size weighted by n as in the source. For each of 40 rates limit and gain
     * follow by linear regression, kept within their bounds.
     *
     * @param sizes double[m], positive
     * @param scores double[m], in [0, 1]; sizes whose score is NaN do not count
     * @return empty if fewer than four sizes have a score
     */
    public static Optional<InversePowerLaw> fit(double[] sizes, double[] scores) {
        int[] defined = IntStream.range(0, sizes.length)
                .filter(i -> !Double.isNaN(scores[i]))
                .toArray();
        if (defined.length < FEWEST_SIZES) {
            return Optional.empty();
        }
        double[] x = IntStream.of(defined).mapToDouble(i -> sizes[i]).toArray();
        double[] y = IntStream.of(defined).mapToDouble(i -> scores[i]).toArray();
        return IntStream.rangeClosed(1, RATES)
                .mapToObj(i -> withRate(i * RATE_STEP, x, y))
                .min(Comparator.comparingDouble(law -> law.squares(x, y)));
    }

    /**
     * The score at a size.
     *
     * @param size positive
     * @return at most the limit; it may be below 0 for sizes far below those of the fit
     */
    public double at(double size) {
        return limit - gain * Math.pow(size, -rate);
    }

    /** Whether more children raise the score at all. */
    public boolean rises() {
        return gain > 0;
    }

    private static InversePowerLaw withRate(double rate, double[] sizes, double[] scores) {
        double weight = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < sizes.length; i++) {
            weight += sizes[i];
            meanX += sizes[i] * Math.pow(sizes[i], -rate);
            meanY += sizes[i] * scores[i];
        }
        meanX /= weight;
        meanY /= weight;
        double slope = slope(rate, sizes, scores, meanX, meanY);
        double limit = meanY - slope * meanX;
        if (limit > 1) {
            return new InversePowerLaw(1, Math.max(0, gainBelowOne(rate, sizes, scores)), rate);
        }
        return slope < 0 ? new InversePowerLaw(limit, -slope, rate) : new InversePowerLaw(meanY, 0, rate);
    }

    private static double slope(double rate, double[] sizes, double[] scores, double meanX, double meanY) {
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = Math.pow(sizes[i], -rate) - meanX;
            xy += sizes[i] * x * (scores[i] - meanY);
            xx += sizes[i] * x * x;
        }
        return xx == 0 ? 0 : xy / xx;
    }

    /** The gain of least squares where the limit is 1. */
    private static double gainBelowOne(double rate, double[] sizes, double[] scores) {
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = Math.pow(sizes[i], -rate);
            xy += sizes[i] * x * (1 - scores[i]);
            xx += sizes[i] * x * x;
        }
        return xy / xx;
    }

    private double squares(double[] sizes, double[] scores) {
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            double miss = scores[i] - at(sizes[i]);
            squares += sizes[i] * miss * miss;
        }
        return squares;
    }
}

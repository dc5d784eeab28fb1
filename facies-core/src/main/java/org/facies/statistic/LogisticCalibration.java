package org.facies.statistic;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How outcomes depend on the log odds that were stated for them: {@code logit P = intercept + slope · logOdds} (Cox
 * 1958), by maximum likelihood with Newton's method.
 *
 * @param value the fitted number; NaN where the maximum does not exist, because the outcomes are all alike or the log
 *     odds separate them
 * @param standardError from the inverse of the observed information; NaN with the value
 */
public record LogisticCalibration(double value, double standardError) {
    private static final LogisticCalibration NONE = new LogisticCalibration(Double.NaN, Double.NaN);
    private static final int MOST_STEPS = 100;
    private static final double FAR = 1e3;

    /**
     * The slope, with the intercept fitted as well: 1 is ideal, below 1 the log odds are too extreme.
     *
     * @param logOdds double[cases], finite
     * @param positive boolean[cases]
     */
    public static LogisticCalibration slope(double[] logOdds, boolean[] positive) {
        double a = 0;
        double b = 1;
        double likelihood = likelihood(logOdds, positive, a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            Moments moments = Moments.of(logOdds, positive, a, b);
            double determinant = moments.w * moments.wxx - moments.wx * moments.wx;
            if (!(determinant > 0)) {
                return NONE;
            }
            double da = (moments.wxx * moments.g - moments.wx * moments.gx) / determinant;
            double db = (moments.w * moments.gx - moments.wx * moments.g) / determinant;
            double shorter = 1;
            double next = likelihood(logOdds, positive, a + da, b + db);
            while (next < likelihood && shorter > 1e-10) {
                shorter /= 2;
                next = likelihood(logOdds, positive, a + shorter * da, b + shorter * db);
            }
            a += shorter * da;
            b += shorter * db;
            likelihood = next;
            if (Math.abs(a) > FAR || Math.abs(b) > FAR) {
                return NONE;
            }
            if (Math.abs(shorter * da) + Math.abs(shorter * db) < 1e-13 * (1 + Math.abs(a) + Math.abs(b))) {
                return new LogisticCalibration(b, Math.sqrt(moments.w / determinant));
            }
        }
        Moments end = Moments.of(logOdds, positive, a, b);
        double determinant = end.w * end.wxx - end.wx * end.wx;
        boolean isMaximum = Math.abs(end.g) + Math.abs(end.gx) < 1e-8;
        return isMaximum && determinant > 0 ? new LogisticCalibration(b, Math.sqrt(end.w / determinant)) : NONE;
    }

    /**
     * The intercept with a slope of 1, called calibration in the large: 0 where the observed frequency equals the
     * predicted probability, below 0 where it is lower.
     *
     * @param logOdds double[cases], finite
     * @param positive boolean[cases]
     */
    public static LogisticCalibration intercept(double[] logOdds, boolean[] positive) {
        double a = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Moments moments = Moments.of(logOdds, positive, a, 1);
            if (!(moments.w > 0)) {
                return NONE;
            }
            double da = Math.max(-4, Math.min(4, moments.g / moments.w));
            a += da;
            if (Math.abs(a) > FAR) {
                return NONE;
            }
            if (Math.abs(da) < 1e-13 * (1 + Math.abs(a))) {
                return new LogisticCalibration(a, Math.sqrt(1 / moments.w));
            }
        }
        return NONE;
    }

    /** The normal interval around the value (Wald's). */
    public Interval interval(double level) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * standardError;
        return Double.isNaN(half) ? Interval.UNDEFINED : new Interval(value - half, value + half);
    }

    private static double likelihood(double[] logOdds, boolean[] positive, double a, double b) {
        double sum = 0;
        for (int i = 0; i < logOdds.length; i++) {
            double eta = a + b * logOdds[i];
            double signed = positive[i] ? eta : -eta;
            sum -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
        }
        return sum;
    }

    /** Gradient and information of the log likelihood. */
    private record Moments(double g, double gx, double w, double wx, double wxx) {
        static Moments of(double[] logOdds, boolean[] positive, double a, double b) {
            double g = 0;
            double gx = 0;
            double w = 0;
            double wx = 0;
            double wxx = 0;
            for (int i = 0; i < logOdds.length; i++) {
                double x = logOdds[i];
                double p = 1 / (1 + Math.exp(-(a + b * x)));
                double rest = (positive[i] ? 1 : 0) - p;
                double weight = p * (1 - p);
                g += rest;
                gx += rest * x;
                w += weight;
                wx += weight * x;
                wxx += weight * x * x;
            }
            return new Moments(g, gx, w, wx, wxx);
        }
    }
}

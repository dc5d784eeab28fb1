package org.facies.calibration;

import org.facies.metric.HeldOutSubjects;

/**
 * The temperature with the lowest log loss (Guo et al. 2017). The loss is convex in the inverse of the temperature, so
 * its derivative has one root. Newton's method finds it within a bracket.
 */
final class TemperatureFit {
    private static final int MOST_STEPS = 200;

    /** A step with a smaller relative change is the last one. It doubles the number of correct digits once more. */
    private static final double CLOSE = 1e-8;

    private final double[][] logarithms;
    private final int[] truth;

    private TemperatureFit(HeldOutSubjects subjects) {
        this.logarithms = new double[subjects.size()][];
        this.truth = subjects.truths();
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Scaling.logarithms(subjects.probabilities(i));
        }
    }

    /** The temperature; 1 without a subject. */
    static Scaling of(HeldOutSubjects subjects) {
        if (subjects.size() == 0) {
            return new Scaling.Temperature(1);
        }
        return new Scaling.Temperature(1 / new TemperatureFit(subjects).inverse());
    }

    /**
     * The root of the derivative, by Newton's method on the logarithm, where the derivative is nearly linear. If a step
     * would leave the bracket, the bracket is halved instead.
     */
    private double inverse() {
        double low = 1 / Scaling.Temperature.HIGHEST;
        double high = 1 / Scaling.Temperature.LOWEST;
        double at = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            Slope slope = slope(at);
            if (slope.value() > 0) {
                high = at;
            } else {
                low = at;
            }
            double change = -slope.value() / (slope.growth() * at);
            double next = at * Math.exp(change);
            if (Math.abs(change) <= CLOSE) {
                return next;
            }
            at = next > low && next < high ? next : Math.sqrt(low * high);
            if (high - low <= CLOSE * low) {
                return at;
            }
        }
        return at;
    }

    /**
     * Derivative of the summed log loss with respect to the inverse temperature.
     *
     * @param growth second derivative, not negative
     */
    private record Slope(double value, double growth) {}

    private Slope slope(double inverse) {
        double value = 0;
        double growth = 0;
        double[] scores = new double[logarithms[0].length];
        for (int i = 0; i < logarithms.length; i++) {
            double[] own = logarithms[i];
            for (int c = 0; c < scores.length; c++) {
                scores[c] = own[c] * inverse;
            }
            Scaling.exponentials(scores);
            double mean = 0;
            double square = 0;
            for (int c = 0; c < scores.length; c++) {
                mean += scores[c] * own[c];
                square += scores[c] * own[c] * own[c];
            }
            value += mean - own[truth[i]];
            growth += square - mean * mean;
        }
        return new Slope(value, growth);
    }
}

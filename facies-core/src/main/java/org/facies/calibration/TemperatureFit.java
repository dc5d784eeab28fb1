package org.facies.calibration;

import org.facies.metric.HeldOutSubjects;

/**
 * The temperature of least log loss (Guo et al. 2017). The loss is convex in the inverse of the temperature, so its slope
 * has one root, which is found by halving.
 */
final class TemperatureFit {
    /** Temperatures are sought from 1/100 to 100; a model that is always right has none of its own. */
    private static final double WIDEST = 100;

    private static final int HALVINGS = 80;

    private final double[][] logarithms;
    private final int[] truth;

    private TemperatureFit(HeldOutSubjects subjects) {
        this.logarithms = new double[subjects.size()][];
        this.truth = subjects.truths();
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Scaling.logarithms(subjects.probabilities(i));
        }
    }

    /** The temperature; 1 for no subject. */
    static Scaling of(HeldOutSubjects subjects) {
        if (subjects.size() == 0) {
            return new Scaling.Temperature(1);
        }
        TemperatureFit fit = new TemperatureFit(subjects);
        double low = -Math.log(WIDEST);
        double high = Math.log(WIDEST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (fit.slope(Math.exp(middle)) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Scaling.Temperature(Math.exp(-(low + high) / 2));
    }

    /** Derivative of the summed log loss by the inverse temperature. */
    private double slope(double inverse) {
        double slope = 0;
        for (int i = 0; i < logarithms.length; i++) {
            double[] scores = logarithms[i].clone();
            for (int c = 0; c < scores.length; c++) {
                scores[c] *= inverse;
            }
            double[] p = Scaling.softmax(scores);
            for (int c = 0; c < p.length; c++) {
                slope += p[c] * logarithms[i][c];
            }
            slope -= logarithms[i][truth[i]];
        }
        return slope;
    }
}

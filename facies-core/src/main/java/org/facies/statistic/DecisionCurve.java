package org.facies.statistic;

import java.util.ArrayList;
import java.util.List;

/** Net benefit of acting on a probability, over thresholds of the probability (Vickers and Elkin 2006). */
public final class DecisionCurve {

    private DecisionCurve() {}

    /**
     * Net benefit at one threshold, in true positives per case.
     *
     * @param threshold probability from which a case is treated
     * @param model treating who reaches the threshold; NaN for no case
     * @param treatAll treating everyone; treating no one has net benefit 0
     */
    public record Point(double threshold, double model, double treatAll) {}

    /**
     * Computes the curve.
     *
     * @param probabilities double[cases]
     * @param positive boolean[cases]
     * @param thresholds each from 0 to below 1
     */
    public static List<Point> of(double[] probabilities, boolean[] positive, double... thresholds) {
        List<Point> curve = new ArrayList<>();
        for (double threshold : thresholds) {
            if (!(threshold >= 0 && threshold < 1)) {
                throw new IllegalArgumentException("not a threshold from 0 to below 1: " + threshold);
            }
            double odds = threshold / (1 - threshold);
            double model = 0;
            double all = 0;
            for (int i = 0; i < probabilities.length; i++) {
                double benefit = positive[i] ? 1 : -odds;
                all += benefit;
                model += probabilities[i] >= threshold ? benefit : 0;
            }
            int n = probabilities.length;
            curve.add(new Point(threshold, n == 0 ? Double.NaN : model / n, n == 0 ? Double.NaN : all / n));
        }
        return curve;
    }
}

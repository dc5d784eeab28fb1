package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.facies.statistic.CalibrationCurve;
import org.facies.statistic.DecisionCurve;

/**
 * Decision curve and calibration curve of one class, over subjects, which are independent.
 *
 * @param decision net benefit at {@link #THRESHOLDS}
 * @param calibration ten bins
 */
public record ClassCurves(
        @JsonProperty("decision_curve") List<DecisionPoint> decision,
        @JsonProperty("calibration_curve") List<CalibrationBin> calibration) {
    private static final int BINS = 10;

    /** 0.01, 0.02, 0.05, then every 0.05 up to 0.95. */
    private static final double[] THRESHOLDS = thresholds();

    /**
     * Net benefit at one threshold, in true positives per case.
     *
     * @param threshold probability from which a case is treated
     * @param netBenefit of treating the cases that reach the threshold; NaN if there is no case
     * @param treatAll of treating everyone
     * @param treatNone of treating no one: 0
     */
    public record DecisionPoint(double threshold, double netBenefit, double treatAll, double treatNone) {}

    /**
     * One bin that holds cases.
     *
     * @param above end of the bin, exclusive (inclusive for the first)
     * @param to end of the bin, inclusive
     * @param n cases
     * @param meanProbability of the cases
     * @param observed share of the cases that are of the class
     */
    public record CalibrationBin(double above, double to, long n, double meanProbability, Estimate observed) {}

    public ClassCurves {
        decision = List.copyOf(decision);
        calibration = List.copyOf(calibration);
    }

    static ClassCurves of(List<Case> subjects, int classIndex) {
        double[] probabilities = subjects.stream()
                .mapToDouble(one -> one.probabilities()[classIndex])
                .toArray();
        boolean[] positive = new boolean[probabilities.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = subjects.get(i).truth() == classIndex;
        }
        return new ClassCurves(
                DecisionCurve.of(probabilities, positive, THRESHOLDS).stream()
                        .map(point -> new DecisionPoint(point.threshold(), point.model(), point.treatAll(), 0))
                        .toList(),
                CalibrationCurve.of(probabilities, positive, BINS).stream()
                        .map(ClassCurves::bin)
                        .toList());
    }

    private static CalibrationBin bin(CalibrationCurve.Bin bin) {
        Estimate observed = new Estimate(bin.observed(), bin.interval(), Estimate.WILSON, "");
        return new CalibrationBin(bin.low(), bin.high(), bin.n(), bin.meanProbability(), observed);
    }

    private static double[] thresholds() {
        double[] thresholds = new double[21];
        thresholds[0] = 0.01;
        thresholds[1] = 0.02;
        for (int i = 2; i < thresholds.length; i++) {
            thresholds[i] = (i - 1) * 5 / 100.0;
        }
        return thresholds;
    }
}

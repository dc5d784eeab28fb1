package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.CalibrationCurve;
import org.facies.statistic.DecisionCurve;
import org.facies.statistic.Interval;

/**
 * What acting on the probability of one class is worth, and whether the probability means what it says; over subjects,
 * which are independent.
 *
 * @param decision net benefit at {@link #THRESHOLDS}
 * @param calibration ten bins
 */
public record ClassCurves(List<DecisionCurve.Point> decision, List<CalibrationCurve.Bin> calibration) {
    private static final int BINS = 10;

    /** 0.01, 0.02, 0.05, then every 0.05 up to 0.95. */
    private static final double[] THRESHOLDS = thresholds();

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
                DecisionCurve.of(probabilities, positive, THRESHOLDS),
                CalibrationCurve.of(probabilities, positive, BINS));
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

    @JsonValue
    Map<String, Object> json() {
        List<Map<String, Object>> points = new ArrayList<>();
        for (DecisionCurve.Point point : decision) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("threshold", point.threshold());
            row.put("net_benefit", JsonNumber.orNull(point.model()));
            row.put("treat_all", JsonNumber.orNull(point.treatAll()));
            row.put("treat_none", 0);
            points.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decision_curve", points);
        json.put(
                "calibration_curve", calibration.stream().map(ClassCurves::json).toList());
        return json;
    }

    private static Map<String, Object> json(CalibrationCurve.Bin bin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("above", bin.low());
        json.put("to", bin.high());
        json.put("n", bin.n());
        json.put("mean_probability", bin.meanProbability());
        Interval interval = bin.interval();
        json.put("observed", new Estimate(bin.observed(), interval, Estimate.WILSON, ""));
        return json;
    }
}

package org.facies.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Precision over recall of a score. For every threshold, recall is the proportion of positives at or above it, and
 * precision is the proportion of positives among all cases at or above it. The area under its steps is the average
 * precision.
 *
 * @param steps by decreasing threshold
 */
public record PrecisionRecallCurve(List<Step> steps) {

    /** Recall and precision at a threshold. */
    public record Step(double threshold, double recall, double precision) {}

    public PrecisionRecallCurve {
        steps = List.copyOf(steps);
    }

    /**
     * Computes the curve.
     *
     * @param scores finite; a higher score means more likely positive
     * @param positive of the same length; at least one is true
     */
    public static PrecisionRecallCurve of(double[] scores, boolean[] positive) {
        int positives = 0;
        for (boolean own : positive) {
            positives += own ? 1 : 0;
        }
        if (positives == 0) {
            throw new IllegalArgumentException("a precision-recall curve needs positives");
        }
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        List<Step> steps = new ArrayList<>();
        int hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += positive[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                steps.add(new Step(scores[order[i]], (double) hits / positives, (double) hits / (i + 1)));
            }
        }
        return new PrecisionRecallCurve(steps);
    }

    /**
     * Average precision in [0, 1]: the sum over thresholds of precision times the increase in recall, without
     * interpolation.
     */
    public double averagePrecision() {
        double sum = 0;
        double before = 0;
        for (Step step : steps) {
            sum += (step.recall - before) * step.precision;
            before = step.recall;
        }
        return sum;
    }

    /** The steps as a line: each precision applies to the increase in recall at its threshold. */
    List<Point> line() {
        List<Point> points = new ArrayList<>();
        double before = 0;
        for (Step step : steps) {
            if (step.recall > before) {
                points.add(new Point(before, step.precision));
                points.add(new Point(step.recall, step.precision));
                before = step.recall;
            }
        }
        return points;
    }
}

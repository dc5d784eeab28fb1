package org.facies.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Receiver operating characteristic of a score: for every threshold, the proportion of negatives (x) and of positives
 * (y) at or above it. Equal scores give one slanted step, so the area under the curve is the Mann–Whitney probability
 * in which ties count half.
 *
 * @param points from (0, 0) to (1, 1), never decreasing in x or y
 */
public record RocCurve(List<Point> points) {
    public RocCurve {
        points = List.copyOf(points);
    }

    /**
     * Computes the curve.
     *
     * @param scores finite; a higher score means more likely positive
     * @param positive of the same length; at least one is true and one is false
     */
    public static RocCurve of(double[] scores, boolean[] positive) {
        double positives = countTrue(positive);
        double negatives = positive.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("a ROC curve needs positives and negatives");
        }
        Integer[] order = highestFirst(scores);
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        int hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += positive[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                points.add(new Point((i + 1 - hits) / negatives, hits / positives));
            }
        }
        return new RocCurve(points);
    }

    /** Area by the trapezoidal rule, in [0, 1]. */
    public double area() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            area += (b.x() - a.x()) * (a.y() + b.y()) / 2;
        }
        return area;
    }

    /** The corners only: points on a straight line between their neighbours are omitted. */
    public List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i == 0 || i == points.size() - 1 || turns(points.get(i - 1), points.get(i), points.get(i + 1))) {
                corners.add(points.get(i));
            }
        }
        return corners;
    }

    private static boolean turns(Point a, Point b, Point c) {
        double cross = (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
        return Math.abs(cross) > 1e-12;
    }

    private static Integer[] highestFirst(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        return order;
    }

    private static int countTrue(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }
}

package org.facies.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;

/**
 * What accuracy is left when only the most confident answers are given (El-Yaniv and Wiener 2010; Geifman and El-Yaniv
 * 2017), and the area under the risk-coverage curve (AURC; Geifman, Uziel and El-Yaniv 2019, eq. 2): the mean error rate
 * of the most confident 1, 2, … n answers. Answers of equal confidence come in any order; the mean over all orders counts.
 */
public final class RiskCoverage {
    private final double[] confidence;
    private final boolean[] right;
    private final int[] order;
    private final double[] reciprocal;

    RiskCoverage(HeldOutSubjects subjects) {
        int n = subjects.size();
        this.confidence =
                IntStream.range(0, n).mapToDouble(subjects::confidence).toArray();
        this.right = new boolean[n];
        for (int i = 0; i < n; i++) {
            right[i] = subjects.isRight(i);
        }
        this.order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -confidence[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.reciprocal = reciprocals(n);
    }

    private static double[] reciprocals(int n) {
        double[] reciprocal = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            reciprocal[i] = 1.0 / i;
        }
        return reciprocal;
    }

    /** A point of the curve: the share of subjects that are answered and the share of the answers that is right. */
    public record Point(double coverage, double accuracy) {}

    /**
     * The area, from 0 to 1, with each subject counted as often as its weight says; NaN for no subject.
     *
     * @param weights int[subjects], with the number of subjects as their sum
     */
    double area(int[] weights) {
        double area = 0;
        int answered = 0;
        long wrong = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(from);
            int tied = 0;
            long tiedWrong = 0;
            for (int rank = from; rank < to; rank++) {
                tied += weights[order[rank]];
                tiedWrong += right[order[rank]] ? 0 : weights[order[rank]];
            }
            double wrongOfEach = tied == 0 ? 0 : (double) tiedWrong / tied;
            for (int i = 1; i <= tied; i++) {
                area += (wrong + i * wrongOfEach) * reciprocal[answered + i];
            }
            answered += tied;
            wrong += tiedWrong;
            from = to;
        }
        return area / answered;
    }

    double area() {
        int[] once = new int[order.length];
        Arrays.fill(once, 1);
        return area(once);
    }

    /** The whole curve, a point after each confidence there is, from the most confident down. */
    List<Point> curve() {
        List<Point> points = new ArrayList<>();
        int hits = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(from);
            for (int rank = from; rank < to; rank++) {
                hits += right[order[rank]] ? 1 : 0;
            }
            points.add(new Point((double) to / order.length, (double) hits / to));
            from = to;
        }
        return points;
    }

    private int endOfTie(int from) {
        int to = from;
        while (to < order.length && confidence[order[to]] == confidence[order[from]]) {
            to++;
        }
        return to;
    }
}

package org.facies.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;
import org.facies.statistic.Order;

/**
 * Accuracy when only the most confident answers are given (El-Yaniv and Wiener 2010; Geifman and El-Yaniv
 * 2017), and the area under the risk-coverage curve (AURC; Geifman, Uziel and El-Yaniv 2019, eq. 2): the mean error
 * rate of the most confident 1, 2, … n answers. Answers of equal confidence come in any order; the mean over all orders
 * counts.
 */
public final class RiskCoverage {
    private final int[] order;
    private final int[] tieEnd;

    /** 1 at each rank of an incorrect answer, else 0. */
    private final int[] wrongAt;

    /** Sums of 1/i over i from 1 to each number. */
    private final double[] harmonic;

    RiskCoverage(HeldOutSubjects subjects) {
        double[] confidence = IntStream.range(0, subjects.size())
                .mapToDouble(subjects::confidence)
                .toArray();
        this.order = Order.descending(confidence);
        this.tieEnd = Order.tieEnds(confidence, order);
        this.wrongAt =
                IntStream.of(order).map(i -> subjects.isCorrect(i) ? 0 : 1).toArray();
        this.harmonic = new double[order.length + 1];
        for (int i = 1; i < harmonic.length; i++) {
            harmonic[i] = harmonic[i - 1] + 1.0 / i;
        }
    }

    /** A point of the curve: the share of subjects who are answered and the share of correct answers. */
    public record Point(double coverage, double accuracy) {}

    /**
     * The area, from 0 to 1, with each subject counted as often as its weight says; NaN for no subject. While {@code m}
     * more are answered after {@code a}, of which {@code w} were wrong and the share {@code s} of the new ones is, the
     * error rates sum to that of {@code (w + i·s) / (a + i)} over i from 1 to m, which is {@code w·h + s·(m − a·h)}
     * with {@code h = 1/(a + 1) + … + 1/(a + m)}.
     *
     * @param weights int[subjects], with the number of subjects as their sum
     */
    double area(int[] weights) {
        double area = 0;
        int answered = 0;
        long wrong = 0;
        for (int from = 0; from < order.length; from = tieEnd[from]) {
            int tied = weights[order[from]];
            double share = wrongAt[from];
            int tiedWrong = wrongAt[from] * tied;
            for (int rank = from + 1; rank < tieEnd[from]; rank++) {
                int weight = weights[order[rank]];
                tied += weight;
                tiedWrong += wrongAt[rank] * weight;
                share = tied == 0 ? 0 : (double) tiedWrong / tied;
            }
            double reciprocals = harmonic[answered + tied] - harmonic[answered];
            area += wrong * reciprocals + share * (tied - answered * reciprocals);
            answered += tied;
            wrong += tiedWrong;
        }
        return area / answered;
    }

    /** The whole curve, a point after each confidence there is, from the most confident down. */
    List<Point> curve() {
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int from = 0; from < order.length; from = tieEnd[from]) {
            int to = tieEnd[from];
            for (int rank = from; rank < to; rank++) {
                wrong += wrongAt[rank];
            }
            points.add(new Point((double) to / order.length, (double) (to - wrong) / to));
        }
        return points;
    }
}

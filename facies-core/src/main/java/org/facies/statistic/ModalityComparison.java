package org.facies.statistic;

import java.util.function.DoubleUnaryOperator;

/**
 * A test between modalities, or between readers and one model.
 *
 * @param statistic F, chi-square or t, as the maker says; NaN with p where nothing varies
 * @param degreesOfFreedom of the numerator; 1 for t
 * @param denominatorDegreesOfFreedom infinite for chi-square
 * @param p that there is no difference
 * @param difference of the means, first less second; NaN for more than two modalities
 * @param standardError of a difference of two
 * @param interval around the difference, 95 %
 */
public record ModalityComparison(
        double statistic,
        double degreesOfFreedom,
        double denominatorDegreesOfFreedom,
        double p,
        double difference,
        double standardError,
        Interval interval) {

    static final double LEVEL = 0.95;

    static ModalityComparison of(
            double statistic,
            double[] degreesOfFreedom,
            DoubleUnaryOperator upperTail,
            double difference,
            double standardError,
            double criticalValue) {
        boolean defined = Double.isFinite(statistic);
        double half = criticalValue * standardError;
        return new ModalityComparison(
                defined ? statistic : Double.NaN,
                degreesOfFreedom[0],
                degreesOfFreedom[1],
                defined ? upperTail.applyAsDouble(statistic) : Double.NaN,
                difference,
                standardError,
                new Interval(difference - half, difference + half));
    }
}

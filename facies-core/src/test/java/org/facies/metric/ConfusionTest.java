package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand from a confusion matrix. */
class ConfusionTest {
    private static final Offset<Double> PRINTED = within(1e-9);

    private final Confusion confusion =
            new Confusion(new long[][] {{7, 2, 0, 1}, {1, 6, 0, 1}, {0, 1, 3, 1}, {1, 0, 1, 10}});

    @Test
    void overall_figures() {
        assertThat(confusion.accuracy()).isCloseTo(0.742857143, PRINTED);
        assertThat(confusion.balancedAccuracy()).isCloseTo(0.720833333, PRINTED);
        assertThat(confusion.kappa()).isCloseTo(0.644870350, PRINTED);
        assertThat(confusion.mcc()).isCloseTo(0.646347902, PRINTED);
        assertThat(confusion.macro(confusion::precision)).isCloseTo(0.740918803, PRINTED);
        assertThat(confusion.macro(confusion::recall)).isCloseTo(0.720833333, PRINTED);
        assertThat(confusion.macro(confusion::f1)).isCloseTo(0.727347781, PRINTED);
        assertThat(confusion.weightedF1()).isCloseTo(0.741394663, PRINTED);
    }

    @Test
    void figures_of_each_class() {
        Offset<Double> sixDigits = within(5e-7);
        assertThat(each(confusion::precision))
                .containsExactly(new double[] {0.777778, 0.666667, 0.75, 0.769231}, sixDigits);
        assertThat(each(confusion::recall)).containsExactly(new double[] {0.7, 0.75, 0.6, 0.833333}, sixDigits);
        assertThat(each(confusion::f1)).containsExactly(new double[] {0.736842, 0.705882, 0.666667, 0.8}, sixDigits);
        assertThat(each(confusion::specificity))
                .containsExactly(new double[] {23.0 / 25, 24.0 / 27, 29.0 / 30, 20.0 / 23}, within(1e-12));
    }

    @Test
    void what_cannot_be_computed_is_nan_and_never_zero() {
        Confusion neverSecond = new Confusion(new long[][] {{3, 0}, {2, 0}});
        assertThat(neverSecond.precision(1)).isNaN();
        assertThat(neverSecond.macro(neverSecond::precision)).isNaN();
        assertThat(neverSecond.f1(1)).isZero();
        assertThat(neverSecond.mcc()).isNaN();
        assertThat(neverSecond.kappa()).isZero();
        Confusion onlyFirst = new Confusion(new long[][] {{3, 0}, {0, 0}});
        assertThat(onlyFirst.recall(1)).isNaN();
        assertThat(onlyFirst.specificity(0)).isNaN();
        assertThat(onlyFirst.balancedAccuracy()).isEqualTo(1);
        assertThat(onlyFirst.kappa()).isNaN();
        assertThat(onlyFirst.weightedF1()).isEqualTo(1);
        Confusion empty = new Confusion(new long[2][2]);
        assertThat(empty.accuracy()).isNaN();
        assertThat(empty.balancedAccuracy()).isNaN();
        assertThat(empty.weightedF1()).isNaN();
    }

    private static double[] each(IntToDoubleFunction figure) {
        return IntStream.range(0, 4).mapToDouble(figure).toArray();
    }
}

package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticCalibrationTest {
    private static final double SLOPE = 0.8281778558143854;
    private static final double SLOPE_ERROR = 0.5094054187436526;
    private static final double INTERCEPT = -0.10716694463009441;
    private static final double INTERCEPT_ERROR = 0.7359037835487604;

    /**
     * Newton's method in NumPy, iterated to the end. statsmodels 0.14, {@code GLM(y, add_constant(x), Binomial())} and
     * with {@code offset=x} and a constant alone, has the same values to 1e-10; its errors are those of the last but
     * one step, and differ by 1e-8.
     */
    @Test
    void slope_and_intercept_are_those_of_an_independent_fit() {
        double[] logOdds = {-3, -2, -1.5, -1, -0.5, 0, 0.25, 0.5, 1, 2, 2.5, 4};
        boolean[] positive = {false, false, true, false, false, true, false, true, false, true, true, true};

        LogisticCalibration slope = LogisticCalibration.slope(logOdds, positive);
        LogisticCalibration intercept = LogisticCalibration.intercept(logOdds, positive);

        assertThat(slope.value()).isEqualTo(SLOPE, within(1e-10));
        assertThat(slope.standardError()).isEqualTo(SLOPE_ERROR, within(1e-9));
        assertThat(intercept.value()).isEqualTo(INTERCEPT, within(1e-10));
        assertThat(intercept.standardError()).isEqualTo(INTERCEPT_ERROR, within(1e-9));
        assertThat(slope.interval(0.95).low()).isEqualTo(SLOPE - 1.959963984540054 * SLOPE_ERROR, within(1e-8));
    }

    @Test
    void outcomes_that_the_log_odds_separate_have_no_slope() {
        LogisticCalibration slope =
                LogisticCalibration.slope(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});

        assertThat(slope.value()).isNaN();
        assertThat(slope.interval(0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void equal_log_odds_have_no_slope_but_an_intercept() {
        double[] same = {1, 1, 1, 1};
        boolean[] positive = {true, false, true, false};

        assertThat(LogisticCalibration.slope(same, positive).value()).isNaN();
        assertThat(LogisticCalibration.intercept(same, positive).value()).isEqualTo(-1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5})
    void the_slope_that_outcomes_were_drawn_with_is_found(double drawn) {
        Random random = new Random(11);
        double[] logOdds = new double[20_000];
        boolean[] positive = new boolean[logOdds.length];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = 3 * random.nextGaussian();
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.4 + drawn * logOdds[i])));
        }

        LogisticCalibration slope = LogisticCalibration.slope(logOdds, positive);

        assertThat(slope.value()).isEqualTo(drawn, within(4 * slope.standardError()));
    }

    @Test
    void saturated_probabilities_do_not_break_it() {
        Random random = new Random(2);
        double[] logOdds = new double[200];
        boolean[] positive = new boolean[logOdds.length];
        for (int i = 0; i < logOdds.length; i++) {
            positive[i] = random.nextBoolean();
            boolean isWrong = random.nextInt(10) == 0;
            logOdds[i] = positive[i] == isWrong ? -27.631 : 27.631;
        }

        assertThat(LogisticCalibration.slope(logOdds, positive).value()).isBetween(0.05, 0.12);
        assertThat(LogisticCalibration.intercept(logOdds, positive).value()).isFinite();
    }
}

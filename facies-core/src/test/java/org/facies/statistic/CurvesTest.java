package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void net_benefit_by_hand() {
        double[] p = {0.9, 0.6, 0.4, 0.2};
        boolean[] positive = {true, false, true, false};
        List<DecisionCurve.Point> curve = DecisionCurve.of(p, positive, 0, 0.4, 0.5);
        // At 0.4: two right, one wrong at odds 2/3, of four.
        assertThat(curve.get(1).model()).isCloseTo((2 - 2.0 / 3) / 4, within(1e-12));
        assertThat(curve.get(1).treatAll()).isCloseTo((2 - 2 * 2.0 / 3) / 4, within(1e-12));
        assertThat(curve.get(2).model()).isZero();
        assertThat(curve.get(0).model()).isEqualTo(0.5);
        assertThat(DecisionCurve.of(new double[0], new boolean[0], 0.5).get(0).model())
                .isNaN();
        assertThatThrownBy(() -> DecisionCurve.of(p, positive, 1)).hasMessageContaining("1.0");
    }

    @Test
    void bins_are_right_closed_and_empty_ones_are_left_out() {
        double[] p = {0.1, 0.5, 0.51, 0.9, 1};
        boolean[] positive = {false, true, true, false, true};
        List<CalibrationCurve.Bin> bins = CalibrationCurve.of(p, positive, 2);
        assertThat(bins).hasSize(2);
        assertThat(bins.get(0).n()).isEqualTo(2);
        assertThat(bins.get(0).meanProbability()).isCloseTo(0.3, within(1e-12));
        assertThat(bins.get(0).observed()).isEqualTo(0.5);
        assertThat(bins.get(1).observed()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(bins.get(1).interval()).isEqualTo(Proportion.wilson(2, 3, 0.95));
        assertThat(CalibrationCurve.of(new double[] {0.95}, new boolean[] {true}, 10))
                .extracting(CalibrationCurve.Bin::high)
                .containsExactly(1.0);
    }
}

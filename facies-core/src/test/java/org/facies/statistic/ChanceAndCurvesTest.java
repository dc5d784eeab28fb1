package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ChanceAndCurvesTest {

    @Test
    void the_p_of_a_perfect_order_is_that_of_counting_all_orders() {
        // Of the 70 ways to label four of eight subjects one is perfect.
        int[] labels = {1, 1, 1, 1, 0, 0, 0, 0};
        LabelPermutation test = LabelPermutation.of(labels, shuffled -> agreement(labels, shuffled), 20_000, 4);
        assertThat(test.observed()).isEqualTo(1);
        assertThat(test.p()).isCloseTo(1.0 / 70, within(3 * Math.sqrt(1.0 / 70 / 20_000)));
        assertThat(test.mean()).isCloseTo(0.5, within(0.01));
        assertThat(LabelPermutation.of(labels, shuffled -> agreement(labels, shuffled), 99, 4)
                        .p())
                .isGreaterThanOrEqualTo(0.01);
    }

    @Test
    void without_an_effect_p_is_below_5_percent_in_one_of_twenty() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(17);
        int cohorts = 600;
        int found = 0;
        for (int cohort = 0; cohort < cohorts; cohort++) {
            int[] labels = random.ints(40, 0, 2).toArray();
            double[] scores = random.doubles(40).toArray();
            double p = LabelPermutation.of(labels, shuffled -> meanOfOnes(shuffled, scores), 199, cohort)
                    .p();
            found += p <= 0.05 ? 1 : 0;
        }
        assertThat(found / (double) cohorts).isCloseTo(0.05, within(3 * Math.sqrt(0.05 * 0.95 / cohorts)));
    }

    @Test
    void an_undefined_figure_has_no_p() {
        assertThat(LabelPermutation.of(new int[] {0, 1}, labels -> Double.NaN, 10, 1)
                        .p())
                .isNaN();
    }

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

    private static double agreement(int[] labels, int[] shuffled) {
        return IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == shuffled[i])
                        .count()
                / (double) labels.length;
    }

    private static double meanOfOnes(int[] labels, double[] scores) {
        int ones = Arrays.stream(labels).sum();
        return IntStream.range(0, labels.length)
                        .mapToDouble(i -> labels[i] * scores[i])
                        .sum()
                / ones;
    }
}

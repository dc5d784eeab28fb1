package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values printed in textbooks and computed by established packages. */
class PublishedValuesTest {

    @Test
    void wilson_interval() {
        assertInterval(Proportion.wilson(42, 50, 0.95), 0.7148578393696499, 0.9166257932196658, 1e-12);
        assertInterval(Proportion.wilson(41, 51, 0.95), 0.675, 0.890, 5e-4);
    }

    @Test
    void clopper_pearson_interval() {
        assertInterval(Proportion.clopperPearson(42, 50, 0.95), 0.708873693, 0.928299233, 5e-10);
    }

    @Test
    void intervals_of_none_and_all_end_at_the_border() {
        assertThat(Proportion.wilson(0, 10, 0.95).low()).isZero();
        assertThat(Proportion.wilson(10, 10, 0.95).high()).isEqualTo(1);
        // The rule of three in its exact form: 1 - 0.025^(1/10).
        assertInterval(Proportion.clopperPearson(0, 10, 0.95), 0, 1 - Math.pow(0.025, 0.1), 1e-12);
        assertInterval(Proportion.clopperPearson(10, 10, 0.95), Math.pow(0.025, 0.1), 1, 1e-12);
        assertThat(Proportion.wilson(0, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void mcnemar_of_794_86_150_570() {
        McNemar test = new McNemar(794, 86, 150, 570);
        assertThat(test.chiSquare()).isCloseTo(17.35593220, within(5e-9));
        assertThat(test.pChiSquare()).isCloseTo(3.09929e-5, within(5e-11));
        assertThat(test.chiSquareCorrected()).isCloseTo(16.81779661, within(5e-9));
        assertThat(test.pChiSquareCorrected()).isCloseTo(4.11456e-5, within(5e-11));
        assertThat(test.pExact()).isCloseTo(3.71594e-5, within(5e-11));
    }

    @Test
    void mcnemar_without_a_difference_has_p_1_and_no_statistic() {
        McNemar test = new McNemar(5, 0, 0, 5);
        assertThat(test.pExact()).isEqualTo(1);
        assertThat(test.chiSquare()).isNaN();
        assertThat(test.pChiSquareCorrected()).isNaN();
        assertThat(new McNemar(5, 3, 3, 5).pExact()).isEqualTo(1);
    }

    @Test
    void cochran_q_of_twelve_subjects_and_four_raters() {
        List<String> rows =
                List.of("0001", "0001", "0001", "1111", "1001", "0101", "1001", "0001", "0100", "0000", "1001", "0011");
        boolean[][] correct = new boolean[4][rows.size()];
        for (int c = 0; c < rows.size(); c++) {
            for (int r = 0; r < 4; r++) {
                correct[r][c] = rows.get(c).charAt(r) == '1';
            }
        }
        CochranQ test = CochranQ.of(correct);
        assertThat(test.statistic()).isCloseTo(13.2857143, within(5e-8));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(test.p()).isCloseTo(0.00405776, within(5e-9));
    }

    @Test
    void cochran_q_of_two_raters_is_mcnemar_without_correction() {
        boolean[] first = {true, true, false, true, true, false, true};
        boolean[] second = {false, true, true, false, false, false, true};
        CochranQ test = CochranQ.of(new boolean[][] {first, second});
        assertThat(test.statistic()).isCloseTo(McNemar.of(first, second).chiSquare(), within(1e-12));
    }

    @Test
    void holm_and_benjamini_hochberg() {
        double[] p = {0.01, 0.04, 0.03, 0.005};
        assertThat(MultipleTesting.holm(p)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(MultipleTesting.benjaminiHochberg(p))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    }

    @Test
    void an_undefined_p_is_no_test() {
        double[] adjusted = MultipleTesting.holm(new double[] {0.04, Double.NaN, 0.01});
        assertThat(adjusted[0]).isCloseTo(0.04, within(1e-12));
        assertThat(adjusted[1]).isNaN();
        assertThat(adjusted[2]).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void percentiles_are_interpolated_as_numpy_does() {
        double[] values = {4, 1, 3, 2};
        // numpy.quantile([1, 2, 3, 4], [0.025, 0.975])
        assertInterval(Interval.percentile(values, 0.95), 1.075, 3.925, 1e-12);
        assertThat(values).containsExactly(4, 1, 3, 2);
        assertThat(Interval.percentile(new double[0], 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    private static void assertInterval(Interval interval, double low, double high, double tolerance) {
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }
}

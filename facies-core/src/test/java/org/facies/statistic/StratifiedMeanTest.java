package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StratifiedMeanTest {
    private static final int[] STRATA = {0, 0, 1, 1, 1};
    private static final double[] WEIGHTS = {.4, .6};

    /** Means 2 and 4; variances 2 / 2 and 1 / 3; error² = 0.16 · 1 + 0.36 / 3 = 0.28. */
    @Test
    void it_is_the_weighted_sum_of_means_with_the_error_within_strata() {
        StratifiedMean mean = StratifiedMean.of(new double[] {1, 3, 3, 4, 5}, STRATA, WEIGHTS, 5);
        assertThat(mean.value()).isCloseTo(3.2, within(1e-12));
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(.28), within(1e-12));
        assertThat(mean.degreesOfFreedom()).isCloseTo(.28 * .28 / (.16 * .16 + .12 * .12 / 2), within(1e-12));
    }

    @Test
    void an_empty_stratum_counts_only_if_it_has_weight() {
        double[] values = {1, 3, 3, 4, 5};
        assertThat(StratifiedMean.of(values, STRATA, new double[] {.4, .6, 0}, 5)
                        .value())
                .isCloseTo(3.2, within(1e-12));
        assertThat(StratifiedMean.of(values, STRATA, new double[] {.4, .5, .1}, 5)
                        .value())
                .isNaN();
        assertThat(StratifiedMean.of(values, STRATA, new double[] {.4, .5, .1}, 5)
                        .interval(5, .95))
                .isEqualTo(Interval.UNDEFINED);
    }

    /** Bonett and Price 2012 with 2 and 1 discordant of 20: (3/22 − 2/22) ± z √((5/22 − (1/22)²) / 22). */
    @Test
    void one_more_each_way_is_the_interval_of_bonett_and_price() {
        double[] values = new double[20];
        values[0] = 1;
        values[1] = 1;
        values[2] = -1;
        Interval interval = StratifiedMean.oneEachWay(values, new int[20], new double[] {1}, 1)
                .interval(1, .95);
        double half = 1.959963984540054 * Math.sqrt((5.0 / 22 - 1.0 / 484) / 22);
        assertThat(interval.low()).isCloseTo(1.0 / 22 - half, within(1e-12));
        assertThat(interval.high()).isCloseTo(1.0 / 22 + half, within(1e-12));
    }

    @Test
    void a_single_unit_takes_the_error_of_one_more_each_way() {
        StratifiedMean mean = StratifiedMean.of(new double[] {0}, new int[1], new double[] {1}, 1);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(2) / 3, within(1e-12));
        assertThat(mean.value()).isZero();
    }

    @Test
    void spread_is_looked_for_within_strata_that_have_weight() {
        double[] values = {1, 1, 2, 3};
        int[] strata = {0, 0, 1, 1};
        assertThat(StratifiedMean.isWithoutSpread(values, strata, new double[] {1, 0}))
                .isTrue();
        assertThat(StratifiedMean.isWithoutSpread(values, strata, new double[] {1, 1}))
                .isFalse();
    }
}

package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedBootstrapTest {
    private static final int[] STRATA = {0, 1, 0, 2, 0, 1};

    @Test
    void every_resample_keeps_the_count_of_each_stratum() {
        List<int[]> resamples = resamples(STRATA, 500, 3);
        assertThat(resamples).hasSize(500);
        for (int[] drawn : resamples) {
            assertThat(drawn[0] + drawn[2] + drawn[4]).isEqualTo(3);
            assertThat(drawn[1] + drawn[5]).isEqualTo(2);
            assertThat(drawn[3]).isEqualTo(1);
        }
    }

    @Test
    void each_unit_is_drawn_once_on_average_and_left_out_as_often_as_theory_says() {
        List<int[]> resamples = resamples(STRATA, 20_000, 5);
        double drawn = resamples.stream().mapToInt(r -> r[2]).average().orElseThrow();
        double leftOut = resamples.stream().filter(r -> r[2] == 0).count() / 20_000.0;
        // Three standard errors: of a mean of Binomial(3, 1/3), and of a share of (2/3)^3.
        assertThat(drawn).isCloseTo(1, within(3 * Math.sqrt(2.0 / 3 / 20_000)));
        assertThat(leftOut).isCloseTo(8.0 / 27, within(3 * Math.sqrt(8.0 / 27 * 19 / 27 / 20_000)));
    }

    @Test
    void the_seed_decides() {
        assertThat(resamples(STRATA, 50, 1)).usingRecursiveComparison().isEqualTo(resamples(STRATA, 50, 1));
        assertThat(resamples(STRATA, 50, 1)).usingRecursiveComparison().isNotEqualTo(resamples(STRATA, 50, 2));
    }

    @Test
    void the_interval_of_a_share_is_near_the_normal_one() {
        int n = 400;
        double[] shares = resamples(new int[n], 4000, 11).stream()
                .mapToDouble(drawn -> {
                    int hits = 0;
                    for (int i = 0; i < 100; i++) {
                        hits += drawn[i];
                    }
                    return hits / (double) n;
                })
                .toArray();
        double half = 1.96 * Math.sqrt(0.25 * 0.75 / n);
        Interval interval = Interval.percentile(shares, 0.95);
        assertThat(interval.low()).isCloseTo(0.25 - half, within(0.004));
        assertThat(interval.high()).isCloseTo(0.25 + half, within(0.004));
    }

    @Test
    void resampling_never_is_refused() {
        assertThatThrownBy(() -> new StratifiedBootstrap(STRATA, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<int[]> resamples(int[] strata, int count, long seed) {
        List<int[]> resamples = new ArrayList<>();
        new StratifiedBootstrap(strata, count, seed).forEach(drawn -> resamples.add(drawn.clone()));
        return resamples;
    }
}

package org.facies.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @Test
    void the_unit_interval_has_ticks_at_every_fifth() {
        List<Double> ticks = new Scale(0, 1, 0, 100).ticks(5);
        assertThat(ticks).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(ticks.get(i)).isCloseTo(i / 5.0, within(1e-12));
        }
    }

    @Test
    void ends_are_drawn_at_the_ends_even_upside_down() {
        Scale down = new Scale(0, 2, 150, 10);
        assertThat(down.px(0)).isEqualTo(150);
        assertThat(down.px(2)).isEqualTo(10);
        assertThat(down.px(1)).isEqualTo(80);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_scale_around_values_holds_them_and_ends_on_ticks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double low = random.nextDouble(-50, 50);
        double high = low + Math.pow(10, random.nextDouble(-3, 3));
        Scale scale = Scale.around(low, high, 0, 100);
        assertThat(scale.from()).isLessThanOrEqualTo(low + 1e-6);
        assertThat(scale.to()).isGreaterThanOrEqualTo(high - 1e-6);
        assertThat(scale.ticks(4))
                .hasSizeBetween(2, 8)
                .allMatch(t -> t >= scale.from() - 1e-6 && t <= scale.to() + 1e-6);
    }

    @Test
    void a_single_value_still_has_a_scale() {
        Scale scale = Scale.around(0.5, 0.5, 0, 100);
        assertThat(scale.px(0.5)).isBetween(0.0, 100.0);
    }
}

package org.facies.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbers_are_written_the_same_everywhere() {
        assertThat(Numbers.score(0.84765)).isEqualTo("0.848");
        assertThat(Numbers.score(-0.1)).isEqualTo("−0.100");
        assertThat(Numbers.percent(0.848)).isEqualTo("84.8\u00a0%");
        assertThat(Numbers.roundPercent(0.848)).isEqualTo("85\u00a0%");
        assertThat(Numbers.count(1666)).isEqualTo("1,666");
        assertThat(Numbers.ratio(3297, 1666)).isEqualTo("2.0");
        assertThat(Numbers.axis(0.2 * 3)).isEqualTo("0.6");
        assertThat(Numbers.axis(10)).isEqualTo("10");
        assertThat(Numbers.axis(-0.5)).isEqualTo("−0.5");
    }

    @Test
    void what_is_undefined_is_a_dash_and_never_zero() {
        assertThat(List.of(
                        Numbers.score(Double.NaN),
                        Numbers.percent(Double.NaN),
                        Numbers.roundPercent(Double.NaN),
                        Numbers.probability(Double.NaN),
                        Numbers.statistic(Double.NaN),
                        Numbers.ratio(1, 0)))
                .containsOnly("–");
    }

    @Test
    void a_tiny_probability_is_not_written_as_zero() {
        assertThat(Numbers.relation(1e-21)).isEqualTo("<\u00a00.001");
        assertThat(Numbers.relation(0.0314)).isEqualTo("=\u00a00.031");
    }

    @Test
    void lists_and_plurals_are_english() {
        assertThat(Phrases.list(List.of("a"))).isEqualTo("a");
        assertThat(Phrases.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Phrases.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(Phrases.counted(1, "photo")).isEqualTo("1\u00a0photo");
        assertThat(Phrases.counted(3297, "photo")).isEqualTo("3,297\u00a0photos");
    }
}

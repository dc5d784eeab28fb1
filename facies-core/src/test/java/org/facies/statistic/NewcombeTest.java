package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newcombe 1998, Statistics in Medicine 17:873, table II, method 10. */
class NewcombeTest {

    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void the_published_intervals_come_out(long a, long m, long b, long n, double low, double high) {
        Interval interval = Proportion.newcombe(a, m, b, n, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 2", "1, 2, 0, 0"})
    void without_cases_there_is_no_interval(long a, long m, long b, long n) {
        assertThat(Proportion.newcombe(a, m, b, n, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void counts_that_cannot_be_are_refused_and_no_case_gives_no_interval() {
        assertThatThrownBy(() -> Proportion.wilson(3, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proportion.wilson(-1, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proportion.clopperPearson(3, 2, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Proportion.clopperPearson(0, 0, .95)).isEqualTo(Interval.UNDEFINED);
    }
}

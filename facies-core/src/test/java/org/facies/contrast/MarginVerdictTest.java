package org.facies.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import org.facies.statistic.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginVerdictTest {

    /** Margin 0.05. */
    @ParameterizedTest
    @CsvSource({
        "-0.04, 0.04, equivalent",
        "0.01, 0.04, equivalent",
        "-0.04, -0.01, equivalent",
        "0.01, 0.09, superior",
        "-0.04, 0.09, non-inferior",
        "-0.12, -0.06, inferior",
        "-0.12, -0.01, inconclusive",
        "-0.12, 0.03, inconclusive",
        "-0.12, 0.12, inconclusive",
        "-0.05, 0.04, inconclusive",
        "-0.04, 0.05, non-inferior"
    })
    void the_place_of_the_interval_decides(double low, double high, String verdict) {
        assertThat(MarginVerdict.of(new Interval(low, high), 0.05).word()).isEqualTo(verdict);
    }
}

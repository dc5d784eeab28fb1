package org.facies.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-0.001, 0", "12, 12", "120, 120", "1.5, 1.5", "1.256, 1.26", "-3.10, -3.1", "100.004, 100"})
    void coordinates_have_at_most_two_decimals(double value, String written) {
        assertThat(Markup.number(value)).isEqualTo(written);
    }

    @Test
    void a_coordinate_that_is_no_number_is_a_bug() {
        assertThatThrownBy(() -> Markup.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void markup_is_escaped_and_what_xml_cannot_hold_is_replaced() {
        assertThat(Markup.escape("<a href='x'>&\"</a>\u0000\uD800é😀"))
                .isEqualTo("&lt;a href=&#39;x&#39;&gt;&amp;&#34;&lt;/a&gt;\uFFFD\uFFFDé😀");
    }
}
